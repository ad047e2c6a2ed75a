"""The whole schema, one module per context."""
