"""What is happening right now, carried over Redis."""
