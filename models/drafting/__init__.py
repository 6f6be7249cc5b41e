"""Drafting: units become a structured case note that copies, maps and orders, and never invents."""
