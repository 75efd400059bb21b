"""`baocao doctor`: what the program needs of a machine, looked at one by one, with how to mend it."""
