"""The issue tree."""
