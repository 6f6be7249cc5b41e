"""Task extraction: what the note says somebody still has to do."""
