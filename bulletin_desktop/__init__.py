"""Bulletin Desktop (简报编辑台): manuscripts in, a finished bulletin issue out."""

__version__ = "0.1.0"
