"""Finds, reads, validates and indexes questions."""
