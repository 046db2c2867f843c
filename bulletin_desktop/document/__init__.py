"""What an article and an issue are: frozen values, their rules, their JSON. No Qt, no SQL."""
