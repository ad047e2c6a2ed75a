"""The vt command: runs the house, its servers and its processes."""
