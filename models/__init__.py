"""The language core: text in, values out. No web, no database, no clock, no network."""
