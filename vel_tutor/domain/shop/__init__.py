"""What spendable XP buys, and what somebody owns."""
