"""The form of an issue's details and what it is made of; the publication's form shares its parts."""
