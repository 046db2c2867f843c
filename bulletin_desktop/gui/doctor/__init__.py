"""The library's file examined, and what is whole of a damaged one saved, in the window."""
