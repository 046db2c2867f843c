"""Reading a library's file by its format alone, whatever state it is in, without SQLite."""
