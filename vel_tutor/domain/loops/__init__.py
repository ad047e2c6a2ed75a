"""Challenge, rally, proud parent and streak rescue; prompts and their throttle."""
