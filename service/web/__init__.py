"""How pages look and how forms are read; no queries."""
