"""Which mistake gives the learner's numbers, and what else is true of them."""
