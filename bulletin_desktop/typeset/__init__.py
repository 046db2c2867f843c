"""Template and issue in, pages out. Pure: glyph widths come in through `measures.Measures`."""
