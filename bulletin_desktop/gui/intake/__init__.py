"""Manuscripts on their way into the window: a batch at work, what is asked of a file, and what came of it."""
