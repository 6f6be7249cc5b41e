"""The written rules that decide who may do a task. Knows nothing of the rest."""
