"""The smallest Reflex app, to compare with."""
