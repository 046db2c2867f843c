"""The panels below the text: what a person looks through beside writing."""
