"""The judge of code: cases, comparison, named mistakes."""
