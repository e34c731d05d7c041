"""Runs the command line with `python -m cec_desktop`."""

import sys

from cec_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
