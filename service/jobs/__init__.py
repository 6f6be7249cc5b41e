"""The preparations that visits wait for: handed out, kept alive, finished once."""
