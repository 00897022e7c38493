"""Draws result values and owns every sentence in both languages."""
