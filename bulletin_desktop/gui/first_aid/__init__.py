"""What can be done about a library that cannot be opened."""
