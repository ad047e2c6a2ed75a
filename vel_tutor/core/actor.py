"""Who is acting."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.errors import ConsentNeeded, NotAllowed
from vel_tutor.vocabulary import STUDENTS, ConsentScope, Standing, Theme


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A signed-in person, read from the database for this one event."""

    user_id: UUID
    standing: Standing
    first_name: str
    time_zone: str
    session_id: UUID | None = None
    grade: int | None = None
    theme: Theme = Theme.HARBOUR
    """The colours the app wears for them."""
    scopes: frozenset[ConsentScope] = frozenset()
    """What is switched on for them, by their parent or by what is usual at their age."""
    is_made_up: bool = False
    """One of a simulation: real people never see or count them."""

    @property
    def is_student(self) -> bool:
        return self.standing in STUDENTS

    def must_be(self, *standings: Standing) -> None:
        """Raise `NotAllowed` unless the actor is one of `standings`.

        Raises:
            ConsentNeeded: of a child who waits for the parent.
        """
        if self.standing not in standings:
            raise ConsentNeeded if self.standing is Standing.LOCKED_CHILD else NotAllowed
