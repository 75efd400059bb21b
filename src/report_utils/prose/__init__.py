"""What a text says: passages, the numbers, days and documents in them, and what does not agree."""
