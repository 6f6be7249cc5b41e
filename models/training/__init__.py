"""Training: rebuilds our own weights from the corpus. Never imported at run time."""
