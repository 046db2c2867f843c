"""The dialog in which an office sets its own page: fields by group, and the very pages beside them."""
