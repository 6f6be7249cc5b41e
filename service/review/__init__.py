"""A practitioner reads the draft beside the note, corrects it, signs it and takes it away."""
