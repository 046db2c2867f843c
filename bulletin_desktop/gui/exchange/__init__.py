"""Sending an issue or articles to a colleague, and taking in what came, compared with what is here."""
