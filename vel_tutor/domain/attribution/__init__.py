"""Smart links, clicks, sign-ups and first-value moments."""
