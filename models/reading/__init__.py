"""Reading: the redacted note is cut into units of one idea, and each is read for topic, source, kind, action and certainty."""
