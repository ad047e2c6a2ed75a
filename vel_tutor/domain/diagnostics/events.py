"""What diagnostics tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class DiagnosticSubmitted(Event):
    """A test has been handed in and waits to be scored."""

    test_id: UUID
    student_id: UUID


@dataclass(frozen=True, kw_only=True)
class DiagnosticCompleted(Event):
    """A test has been scored: its results can be seen.

    `may_share` says whether a share card may be offered; never for a low effort or a score below
    the middle of the reference group.
    """

    test_id: UUID
    student_id: UUID
    subject: Subject
    grade: int
    domain_percent: int
    is_low_effort: bool
    may_share: bool

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"diagnostic:{self.test_id}", f"student:{self.student_id}")


@dataclass(frozen=True, kw_only=True)
class AdviceWorded(Event):
    """A model has put the findings of a test into words."""

    test_id: UUID
    student_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"diagnostic:{self.test_id}",)
