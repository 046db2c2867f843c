"""What must be true of a library's content, and how what is not can be mended.

Each check goes through a database whose pages are sound, and yields a `Trouble` for whatever is wrong.
"""
