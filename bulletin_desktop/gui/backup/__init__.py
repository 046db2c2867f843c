"""Backups: made while nobody waits, looked into, put back."""
