"""The command line: what other programs and operators type."""
