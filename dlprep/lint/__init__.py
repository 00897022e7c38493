"""Proves the content by running it."""
