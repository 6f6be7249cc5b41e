"""Redaction: a note that names people becomes text that does not, and a key that leads back."""
