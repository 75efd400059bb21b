"""A Word file that people edited or signed, beside what the program writes from the data as they are now."""
