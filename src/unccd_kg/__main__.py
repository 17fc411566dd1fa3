"""Run the command line as ``python -m unccd_kg``."""

from unccd_kg.cli import main

main()
