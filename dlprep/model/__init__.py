"""Frozen values without I/O: texts, items, exercises, verdicts, reports, events."""
