"""Finding and replacing: a bar over the text, and a panel with every hit of an issue or the library."""
