"""What does not agree in a text: a module a family of rules."""
