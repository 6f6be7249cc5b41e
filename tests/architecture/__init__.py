"""Tests that guard the shape of the code: what may stand where, and what must be written down."""
