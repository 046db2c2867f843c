"""Archiving a finished issue from the window."""
