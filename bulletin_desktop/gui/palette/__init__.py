"""The command palette: every command, issue and article by its name."""
