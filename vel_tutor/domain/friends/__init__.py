"""Who is whose friend: asking, saying yes, parting, blocking, reporting, streaks of two."""
