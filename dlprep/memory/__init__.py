"""Pure functions: FSRS states and what to study next."""
