"""`python -m report_utils` is the command `baocao`."""

from report_utils.start import main

main()
