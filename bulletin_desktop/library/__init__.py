"""The one SQLite file with everything. SQL stays in here."""
