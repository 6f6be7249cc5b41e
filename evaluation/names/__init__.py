"""Names by origin, written by hand, with where they come from."""
