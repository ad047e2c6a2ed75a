"""Who stands behind a challenge link."""

from dataclasses import dataclass

from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.domain import accounts
from vel_tutor.domain.practice import Player
from vel_tutor.vocabulary import Standing


class CookiesNeeded(Invalid):
    words = "Please allow cookies for this page, so that your answers stay yours."
    code = "cookies_needed"


@dataclass(frozen=True, kw_only=True)
class Friend:
    """Whoever opened the link: a browser, and the member who is signed in there, if any."""

    visitor_id: str = ""
    member: Actor | None = None
    address: str = ""
    """The network address, for counting only; it is never stored."""

    @property
    def standing(self) -> Standing:
        return self.member.standing if self.member else Standing.ANONYMOUS

    @property
    def student(self) -> Actor | None:
        """The member, if they learn here; parents, tutors and staff play as guests."""
        return self.member if self.member and self.member.is_student else None

    @property
    def may_answer(self) -> bool:
        """Whether they may challenge the sender in turn."""
        return self.student is not None and accounts.may_invite(self.student)

    @property
    def player(self) -> Player:
        """As whom they play.

        Raises:
            NotAllowed: a child whose parent has not said yes.
            CookiesNeeded: a guest's browser that keeps no cookie of ours.
        """
        if self.standing is Standing.LOCKED_CHILD:
            raise NotAllowed
        if self.student:
            return Player.of(self.student)
        if not self.visitor_id:
            raise CookiesNeeded
        return Player.guest(self.visitor_id)
