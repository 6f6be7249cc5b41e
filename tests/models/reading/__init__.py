"""Tests of models.reading."""
