"""One question each about what the product made of a note."""
