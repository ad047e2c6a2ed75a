"""Skills, item families and passages: pure, seeded, machine-checked."""
