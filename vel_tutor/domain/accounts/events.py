"""What accounts tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import Role


@dataclass(frozen=True, kw_only=True)
class AccountCreated(Event):
    """Somebody has joined: at sign-up, or for a child when the parent first allowed it."""

    user_id: UUID
    visitor_id: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """Somebody has signed in on one more browser."""

    user_id: UUID
    session_id: UUID


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event):
    """A sign-in is over, whoever ended it: every screen that holds it has to close."""

    user_id: UUID
    session_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"session:{self.session_id}",)


@dataclass(frozen=True, kw_only=True)
class StandingChanged(Event):
    """Somebody may do more or less than before: locked, opened or closed."""

    user_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"person:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(Event):
    """A parent has said yes: the child's account is open."""

    child_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"child:{self.child_id}",)


@dataclass(frozen=True, kw_only=True)
class ConsentRevoked(Event):
    """A parent has taken their yes back: the child's account is locked again."""

    child_id: UUID


@dataclass(frozen=True, kw_only=True)
class FamilyAsked(Event):
    """A parent asks to be linked to whoever signs in by a name; nobody may have it."""

    request_id: UUID
    child_id: UUID | None
    first_parent_id: UUID | None

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"family:{one}" for one in (self.child_id, self.first_parent_id) if one)


@dataclass(frozen=True, kw_only=True)
class FamilyAnswered(Event):
    """A request to be family was answered, or taken back."""

    request_id: UUID
    child_id: UUID | None
    asker_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"family:{one}" for one in (self.child_id, self.asker_id) if one)


@dataclass(frozen=True, kw_only=True)
class FamilyTied(Event):
    """A parent may act for a student from now on."""

    tie_id: UUID
    child_id: UUID
    parent_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"family:{self.child_id}", f"family:{self.parent_id}")


@dataclass(frozen=True, kw_only=True)
class FamilyUntied(Event):
    """A parent may act for a student no longer."""

    tie_id: UUID
    child_id: UUID
    parent_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"family:{self.child_id}", f"family:{self.parent_id}")


@dataclass(frozen=True, kw_only=True)
class ChildForgotten(Event):
    """A child's account was removed for want of consent; only the opaque id is left."""

    child_id: UUID


@dataclass(frozen=True, kw_only=True)
class LetterWritten(Event):
    """A mail is ready to go at once."""

    letter_id: UUID
