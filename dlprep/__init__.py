"""dlprep: prepare for deep-learning interviews at the terminal."""

__version__ = "0.1.0"
