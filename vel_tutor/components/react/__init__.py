"""Published npm packages, wrapped."""
