"""Who is signed in and what their role lets them do."""
