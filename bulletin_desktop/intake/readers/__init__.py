"""Readers of every kind of file but Word's packages.

Each module has `read(file) -> Source`, or `open_up(file)` where a file holds others (see `intake.reading`).
"""
