"""What screens, routes and commands may hold about advice."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class DecisionView:
    """One answer of an adviser."""

    seq: int = 0
    at: str = ""
    agent: str = ""
    answer: str = ""
    reason: str = ""
    latency: str = ""
    lapse: str = ""
    """Why it was not the adviser's own, in words; empty if it was."""


@dataclass(frozen=True)
class PaceView:
    """How fast one adviser has been within a day."""

    agent: str = ""
    answers: int = 0
    median: str = ""
    p99: str = ""
    within: str = ""
    """Its deadline."""
    lapses: int = 0
    keeps: bool = True
    """Whether the 99th percentile is within the deadline."""


@dataclass(frozen=True)
class LogView:
    """One page of answers, the latest first."""

    decisions: tuple[DecisionView, ...] = ()
    pace: tuple[PaceView, ...] = ()
    after: str = ""
    """Where the next page starts; empty on the last."""


@dataclass(frozen=True, kw_only=True)
class LeaveView:
    """A program outside that may ask advisers, or once might."""

    id: UUID
    label: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class NewLeave:
    """One just made, with the secret that is told once and stored nowhere."""

    leave: LeaveView
    token: str = field(repr=False)
