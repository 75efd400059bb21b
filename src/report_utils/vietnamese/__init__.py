"""How text, letters, numbers and dates are written in Vietnamese official style, and how they are read back."""
