"""A typed answer becomes a verdict."""
