"""What the report says: pure functions, tidy tables in, figures and tables out."""
