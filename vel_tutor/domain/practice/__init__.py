"""Practice sessions: decks of questions, answers and results."""
