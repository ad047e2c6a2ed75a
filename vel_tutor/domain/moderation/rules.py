"""Who decides, what comes first, and what may be decided: pure decisions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vel_tutor.vocabulary import AgeBand, CaseKind, Decision, Standing

READERS = frozenset({Standing.TRUST_SAFETY, Standing.ADMIN})
LISTENERS = frozenset({Standing.TRUST_SAFETY})
"""Who may read what somebody said to the tutor; not those who look after the machines."""
PAGE = 20

DANGER, MINORS, OTHERS, REWARDS = range(4)
"""What comes first: somebody may be in danger, a minor is spoken of, the rest, what can wait."""
RANKS = (DANGER, MINORS, OTHERS, REWARDS)

VERDICTS: dict[CaseKind, tuple[Decision, ...]] = {
    CaseKind.LINE: (Decision.STAYS, Decision.TAKEN_DOWN),
    CaseKind.ROOM: (Decision.STAYS, Decision.TAKEN_DOWN),
    CaseKind.PERSON: (Decision.DISMISSED, Decision.WARNED, Decision.BARRED),
    CaseKind.TUTOR: (Decision.NOTED, Decision.PARENT_TOLD),
    CaseKind.REWARD: (Decision.RELEASED, Decision.DENIED),
}
_FINAL = frozenset(
    {
        (CaseKind.ROOM, Decision.TAKEN_DOWN),
        (CaseKind.PERSON, Decision.WARNED),
        (CaseKind.TUTOR, Decision.PARENT_TOLD),
        (CaseKind.REWARD, Decision.RELEASED),
        (CaseKind.REWARD, Decision.DENIED),
    }
)
"""What has reached people, or sent them home, and would only seem to be taken back."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Something that waits for a decision."""

    kind: CaseKind
    id: UUID
    about_id: UUID
    band: AgeBand
    at: datetime
    people: int = 0
    reasons: str = ""
    rank: int = OTHERS
    note: str = ""
    """How it stands, where only its own context knows."""

    @property
    def key(self) -> tuple[datetime, UUID]:
        """Where it stands among those of its rank."""
        return self.at, self.id


@dataclass(frozen=True)
class Place:
    """The last case of a page."""

    rank: int
    at: datetime
    id: UUID


def verdicts(case: Case) -> tuple[Decision, ...]:
    """What may be decided about a case.

    Parents are told of minors in danger, and of nothing else that was said.
    """
    is_told_of = case.rank == DANGER and case.band is not AgeBand.ADULT
    return tuple(
        verdict
        for verdict in VERDICTS[case.kind]
        if verdict is not Decision.PARENT_TOLD or is_told_of
    )


def may_undo(kind: CaseKind, verdict: Decision) -> bool:
    """Whether taking it back leaves nobody with what was done."""
    return (kind, verdict) not in _FINAL


def written(place: Place) -> str:
    """A place as it stands in an address."""
    return f"{place.rank}~{place.at.isoformat()}~{place.id}"


def place(text: str) -> Place | None:
    """The place an address names; None for the top, and for what makes no sense."""
    rank, _, rest = text.partition("~")
    at, _, last = rest.partition("~")
    try:
        found = Place(int(rank), datetime.fromisoformat(at), UUID(last))
    except ValueError:
        return None
    return found if found.rank in RANKS and found.at.tzinfo else None
