"""What people open in a browser: each executed notebook, and the list of all reports; whole pages without a network."""
