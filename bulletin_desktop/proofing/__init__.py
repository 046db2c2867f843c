"""What is wrong with a text: rules in, findings out."""
