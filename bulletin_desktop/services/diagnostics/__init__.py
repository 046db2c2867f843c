"""Facts for whoever helps from afar: the program, the machine, the library in figures; no word of a text."""
