"""All SQL of a person's progress: the event log and its caches."""
