"""Friends, cohorts, the feed and leaderboards."""
