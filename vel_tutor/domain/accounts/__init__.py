"""People: roles, the age gate, guardians, consent and preferences."""
