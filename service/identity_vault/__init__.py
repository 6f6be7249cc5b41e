"""Seals what names people: a key for each case, kept wrapped by the master key."""
