"""What a screen may hold about streaks of two."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PairView:
    """One streak of two, to one of them."""

    id: str = ""
    friendship_id: str = ""
    name: str = ""
    seed: str = ""
    days: int = 0
    """How long it is by now."""
    words: str = ""
    asks: bool = False
    """The friend would like one and waits for an answer."""
    is_on: bool = False


@dataclass(frozen=True)
class PairsView:
    """All streaks of two of one person."""

    pairs: tuple[PairView, ...] = ()
    taken: tuple[str, ...] = ()
    """The friendships that have one, or a question about one."""
    may_ask: bool = False
    """Whether there is room for one more."""
