"""The rules of the decree, one module for each part of the page. Each takes an anatomy and yields deviations."""
