"""Tests of models.drafting."""
