"""The first-run tour: five bubbles beside the real widgets."""
