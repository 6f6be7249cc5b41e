"""Tests of the written guidance."""
