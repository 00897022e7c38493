"""`python -m dlprep`."""

from dlprep.cli.start import main

main()
