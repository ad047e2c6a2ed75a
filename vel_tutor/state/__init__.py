"""One State per screen, the guard before them all, and the bridge from the live bus."""
