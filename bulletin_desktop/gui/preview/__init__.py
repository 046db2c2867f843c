"""The page preview."""
