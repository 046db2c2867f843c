"""Manuscripts in: read a file or a paste, clean it, recognise its articles."""
