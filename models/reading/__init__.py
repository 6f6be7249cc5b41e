"""Reading: the redacted note is cut into units of one idea, and each is read for its sense."""
