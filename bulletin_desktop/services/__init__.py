"""What a person can do, each step one transaction that returns what changed and its inverse."""
