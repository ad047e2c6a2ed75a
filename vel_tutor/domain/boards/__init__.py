"""Leaderboards and leagues: who stands where, among people like them."""
