"""Facts in, bytes out: share cards, reels, papers."""
