"""What sets a machine up for work on this program, and what makes its generated files."""
