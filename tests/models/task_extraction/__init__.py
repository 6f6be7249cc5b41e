"""Tests of finding the tasks of a note."""
