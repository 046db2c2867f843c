"""Pages and issues out, one subpackage or module a format."""
