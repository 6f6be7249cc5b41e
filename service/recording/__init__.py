"""Pasted visit notes: recorded, prepared, listed."""
