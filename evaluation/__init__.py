"""Measures the product from beside it: samples, scorers, runs and reports for governance leads."""
