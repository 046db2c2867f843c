"""About the program: what it is, where things are, what it is made of; and facts for whoever helps."""
