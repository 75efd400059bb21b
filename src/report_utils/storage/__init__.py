"""Files of results: written whole or not at all, and put in their place in one step."""
