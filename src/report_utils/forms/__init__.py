"""What units are asked: table definitions, known rows, the blank workbook."""
