"""The database's shapes, numbered; a released one is never edited."""
