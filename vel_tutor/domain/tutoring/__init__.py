"""Live sessions, transcripts, summaries, prep packs and reels."""
