"""Searching the whole library: a panel that finds while one types, and opens articles at what was found."""
