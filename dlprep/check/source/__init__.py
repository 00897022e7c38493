"""A submission as text: read, recognised, taken apart; nothing here is run."""
