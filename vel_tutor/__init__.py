"""A learning app that grows by itself."""
