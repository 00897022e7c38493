"""Runs a stranger's file in a child process; brings back plain values, times and faults."""
