"""`python -m bench.faults [KILLS] [EVERY]`: faults at one of EVERY so many points, and so many kills of the command."""

import sys

from bench.faults import whole_runs

if __name__ == "__main__":
    whole_runs.main(*map(int, sys.argv[1:]))
