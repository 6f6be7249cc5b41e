"""Business support picks up released tasks, hands them back with a reason, completes them."""
