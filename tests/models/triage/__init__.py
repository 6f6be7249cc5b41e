"""Tests of triage by the guidance."""
