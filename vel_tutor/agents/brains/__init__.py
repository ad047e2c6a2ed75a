"""Pure advisers, one module each."""
