"""The expression graph: build, evaluate, differentiate, show."""
