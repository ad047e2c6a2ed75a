"""What a screen may hold about rewards."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PurseView:
    """Somebody's balances, level and streak."""

    lifetime_xp: int = 0
    spendable_xp: int = 0
    level: int = 1
    level_percent: int = 0
    """How far through the level, 0..100."""
    xp_to_next: int = 50
    shields: int = 0
    streak: int = 0
    """Days in a row, in the person's own time zone."""
    practised_today: bool = False
