"""What is wrong with what the units sent: one small module a rule, each returning findings."""
