"""Text becomes an expression."""
