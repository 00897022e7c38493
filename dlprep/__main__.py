"""`python -m dlprep`."""

from dlprep.cli.app import main

main()
