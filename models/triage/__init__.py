"""Triage: written guidance decides who may do each task."""
