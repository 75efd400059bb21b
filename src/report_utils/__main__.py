"""`python -m report_utils` is the command `baocao`."""

from report_utils.cli import main

main()
