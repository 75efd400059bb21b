"""What the units sent: open the file, find the table, read the values, put all together."""
