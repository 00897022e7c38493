"""Witnesses for the gradients of a solution, none of which trusts another."""
