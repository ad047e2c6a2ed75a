"""Decks of cards and spaced repetition."""
