"""NumPy code becomes an expression."""
