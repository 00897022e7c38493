"""A learner's program and the solution as expressions, side by side."""
