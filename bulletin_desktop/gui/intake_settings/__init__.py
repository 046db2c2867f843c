"""How an office wants its manuscripts taken in, as a dialog."""
