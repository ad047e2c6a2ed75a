"""One module per URL: layout and wiring, no logic."""
