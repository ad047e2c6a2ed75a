"""The ledger: XP, streaks, shields, badges and the shop."""
