"""What screens and routes may hold of people."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from vel_tutor.vocabulary import AgeBand, Standing


@dataclass(frozen=True, kw_only=True)
class Gate:
    """What the age gate learned: handed on to `sign_up`, kept nowhere before that."""

    band: AgeBand
    born: date


@dataclass(frozen=True, kw_only=True)
class NewAccount:
    """A filled-in sign-up form, as typed."""

    first_name: str
    password: str = field(repr=False)
    time_zone: str
    email: str = ""
    parent_email: str = ""
    grade: str = ""
    role: str = "student"


@dataclass(frozen=True, kw_only=True)
class Browser:
    """Where a request came from, as far as the web room knows."""

    address: str = ""
    """Network address as limits count it: IPv4, or the /64 of IPv6."""
    device: str = ""
    """Browser and system in words, for the list of sign-ins."""
    device_token: str = field(default="", repr=False)
    """The proof that an account has signed in here before."""
    session_token: str = field(default="", repr=False)
    """The sign-in this browser holds at the moment, if any."""
    visitor_id: str = ""


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A fresh sign-in: the secrets go into cookies and nowhere else."""

    user_id: UUID
    session_id: UUID
    standing: Standing
    token: str = field(repr=False)
    device_token: str = field(repr=False)
    max_age_s: int


@dataclass(frozen=True)
class ProblemView:
    """One thing to put right in a form."""

    field: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class SignInView:
    """One browser that is signed in."""

    id: str = ""
    device: str = ""
    since: str = ""
    last_seen: str = ""
    is_this_one: bool = False


@dataclass(frozen=True, kw_only=True)
class ProfileView:
    """What the settings page shows of somebody."""

    first_name: str = ""
    email: str = ""
    sign_in_name: str = ""
    time_zone: str = "UTC"
    grade: str = ""
    is_student: bool = False
    is_parent: bool = False


@dataclass(frozen=True, kw_only=True)
class SettingsView:
    """The whole settings page."""

    profile: ProfileView
    sign_ins: tuple[SignInView, ...]


@dataclass(frozen=True, kw_only=True)
class BirthdayView:
    """A date as somebody typed it."""

    day: str = ""
    month: str = ""
    year: str = ""


@dataclass(frozen=True, kw_only=True)
class SignUpView:
    """The sign-up form, as far as it is filled in."""

    way: str = ""
    """`own` or `family`, once the gate has been passed; empty before."""
    may_be_parent: bool = False
    role: str = "student"
    first_name: str = ""
    email: str = ""
    parent_email: str = ""
    time_zone: str = ""
    grade: str = ""


@dataclass(frozen=True, kw_only=True)
class NewChildView:
    """The form in which a parent adds a child, as far as it is filled in."""

    first_name: str = ""
    grade: str = ""


@dataclass(frozen=True, kw_only=True)
class WaitingView:
    """What a locked child sees."""

    first_name: str = ""
    sign_in_name: str = ""
    parent_email_hint: str = ""
    """Enough of the address to see a typing mistake, too little to learn it."""
    may_resend: bool = False
    may_correct: bool = False
    is_withdrawn: bool = False
    """The parent has said no."""


@dataclass(frozen=True, kw_only=True)
class NoticeView:
    """What a parent is asked, or told that they allowed."""

    child_first_name: str = ""
    sign_in_name: str = ""
    version: str = ""
    paragraphs: tuple[str, ...] = ()
    is_open: bool = False
    """Whether the child's account is open at this moment."""


@dataclass(frozen=True, kw_only=True)
class LetterView:
    """A mail in the development mailbox."""

    id: str = ""
    recipient: str = ""
    subject: str = ""
    body: str = ""
    written: str = ""
    due: str = ""
    is_due: bool = True
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """What other contexts may know of a person."""

    user_id: UUID
    standing: Standing
    first_name: str
    pseudonym: str
    time_zone: str
    grade: int | None
    joined_at: datetime
    may_invite: bool
    """Whether they may be offered to invite others, and invitations of theirs may be open."""


@dataclass(frozen=True)
class FamilyNoticeView:
    """A parent who asks to be linked to a child, for the guardian who answers."""

    child_first_name: str = ""
    sign_in_name: str = ""
    who: str = ""
    """The first name of whoever asks."""
    email: str = ""


@dataclass(frozen=True)
class FamilyInviteView:
    """What the link shows that makes a parent of whoever opens it."""

    child_first_name: str = ""
    who: str = ""
    """The first name of the parent who handed it out; empty when it was the teen."""
    is_parent: bool = False
    """Whether whoever looks is signed in as a parent and could say yes."""
    is_somebody: bool = False
    """Whether anybody is signed in."""
    is_own: bool = False


@dataclass(frozen=True)
class LinkedView:
    """A parent linked to a student."""

    id: str = ""
    name: str = ""
    email: str = ""
    """Enough of the address to recognise it."""
    since: str = ""
    how: str = ""
    is_me: bool = False
    may_end: bool = False


@dataclass(frozen=True)
class ApprovalView:
    """A parent who asks, for whoever may answer."""

    id: str = ""
    child: str = ""
    """The child's first name; empty when the reader is the one."""
    who: str = ""
    email: str = ""
    on: str = ""


@dataclass(frozen=True)
class AskedView:
    """What the reader asked for and waits for."""

    id: str = ""
    words: str = ""
    until: str = ""


@dataclass(frozen=True)
class SwitchView:
    """One scope of a student, and how it stands."""

    scope: str = ""
    title: str = ""
    words: str = ""
    is_on: bool = False
    since: str = ""
    """Since when, and who turned it."""


@dataclass(frozen=True)
class OwnSwitchView:
    """Something a person switches for themselves."""

    scope: str = ""
    title: str = ""
    words: str = ""
    is_on: bool = False
    is_shut: bool = False
    """A parent has turned it off."""


@dataclass(frozen=True)
class DeedView:
    """One line of the history of permissions."""

    on: str = ""
    words: str = ""


@dataclass(frozen=True)
class ChildFamilyView:
    """A child's place in the family, as a linked parent sees it."""

    id: str = ""
    name: str = ""
    grade: str = ""
    sign_in_name: str = ""
    """What the child signs in with, where we made it; a teen's address is the teen's own."""
    is_young: bool = False
    """Under 13: everything but learning is off until a parent turns it on."""
    viral_off: bool = False
    """Nothing shows the child to others."""
    switches: tuple[SwitchView, ...] = ()
    history: tuple[DeedView, ...] = ()
    linked: tuple[LinkedView, ...] = ()
    invited: tuple[AskedView, ...] = ()


@dataclass(frozen=True)
class FamilyView:
    """What waits on a parent's page; the children come with their progress."""

    approvals: tuple[ApprovalView, ...] = ()
    asked: tuple[AskedView, ...] = ()


@dataclass(frozen=True)
class OwnFamilyView:
    """What a student sees of their family: who is linked, who asks, what is switched."""

    linked: tuple[LinkedView, ...] = ()
    approvals: tuple[ApprovalView, ...] = ()
    invited: tuple[AskedView, ...] = ()
    switches: tuple[SwitchView, ...] = ()
    is_young: bool = False
    is_teen: bool = False


@dataclass(frozen=True)
class ChildView:
    """A child somebody may act for."""

    user_id: UUID
    first_name: str
    grade: int | None
