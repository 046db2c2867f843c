"""F1: the help's pages, made from docs/zh, in a window of their own."""
