"""One table each: what is stored, and nothing about what is done with it."""
