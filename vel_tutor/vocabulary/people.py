"""Words about people: as whom they act, what they agreed to, how they are told."""

from enum import StrEnum
from zoneinfo import available_timezones

_PLACES = frozenset(
    {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


TIME_ZONES = tuple(
    sorted({"UTC"} | {zone for zone in available_timezones() if zone.partition("/")[0] in _PLACES})
)
"""The zones of places; not the historical abbreviations."""


GRADES: dict[int, str] = {
    0: "Kindergarten",
    **{grade: f"Grade {grade}" for grade in range(1, 13)},
    13: "College prep",
}


class Standing(StrEnum):
    """As whom somebody acts: what the policy speaks about."""

    ANONYMOUS = "anonymous"
    LOCKED_CHILD = "locked_child"
    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"
    PARENT = "parent"
    TUTOR = "tutor"
    PRODUCT_MANAGER = "product_manager"
    COMPLIANCE = "compliance"
    TRUST_SAFETY = "trust_safety"
    ADMIN = "admin"


STUDENTS = frozenset({Standing.CHILD, Standing.TEEN, Standing.ADULT})


STAFF = frozenset(
    {Standing.PRODUCT_MANAGER, Standing.COMPLIANCE, Standing.TRUST_SAFETY, Standing.ADMIN}
)


SIGNED_IN = frozenset(Standing) - {Standing.ANONYMOUS}


MEMBERS = SIGNED_IN - {Standing.LOCKED_CHILD}
"""Everybody with an open account; a locked child may only wait, ask again or leave."""


EVERYONE = frozenset(Standing)


class Role(StrEnum):
    """What an account was opened for."""

    STUDENT = "student"
    PARENT = "parent"
    TUTOR = "tutor"
    PRODUCT_MANAGER = "product_manager"
    COMPLIANCE = "compliance"
    TRUST_SAFETY = "trust_safety"
    ADMIN = "admin"


class AgeBand(StrEnum):
    """All that is used of a birth date after the gate."""

    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"


class NotificationKind(StrEnum):
    """What a person is told when they are not looking."""

    FRIEND_JOINED = "friend_joined"
    CHALLENGED = "challenged"
    """Somebody they have played with challenges them back, or once more."""
    K_FACTOR = "k_factor"
    FAMILY_BEGAN = "family_began"
    """A family somebody brought has begun; the pass comes after the hold."""
    FAMILY_REWARDED = "family_rewarded"
    CLASS_CALLED_OFF = "class_called_off"
    FAMILY_ASKED = "family_asked"
    """A parent asks to be linked to a student."""
    FAMILY_LINKED = "family_linked"
    WEEKLY_PROGRESS = "weekly_progress"
    """The Monday letter to parents; by mail only."""
    LEAGUE_RESULT = "league_result"
    """A week of leagues is over: where it left somebody."""
    RALLY_JOINED = "rally_joined"
    """Somebody plays in the rally they were invited to; both have their XP."""
    STREAK_AT_RISK = "streak_at_risk"
    ROOM_INVITED = "room_invited"
    """A friend asks them into a room of theirs."""
    PARTY_BEGINS = "party_begins"
    """A watch-party they wanted to be reminded of is about to begin."""
    BUDDY_CAME = "buddy_came"
    """The friend who was called is in the room."""
    FRIEND_ASKED = "friend_asked"
    FRIEND_ACCEPTED = "friend_accepted"
    FRIEND_LEAVE = "friend_leave"
    """A parent is asked whether a child may have a friend."""
    PAIR_ASKED = "pair_asked"
    """A friend would like to keep a streak together."""
    PAIR_OPEN = "pair_open"
    """A friend has practised today, and their streak of two waits for the other."""
    BUDDY_DONE = "buddy_done"
    """The shield of a room for two has come while one was away."""
    REWARD_CAME = "reward_came"
    """What they get for an invitation was held; somebody has looked, and it is theirs."""
    REPORT_SEEN = "report_seen"
    """Somebody on the staff has looked into what they reported."""
    HOUSE_WARNING = "house_warning"
    """Others have said that something they do is not all right."""
    MEETING_STOPPED = "meeting_stopped"
    """The house has stopped them, or a child of theirs, from meeting others."""
    CHILD_IN_NEED = "child_in_need"
    """What a child wrote to the tutor sounds as if they need somebody now."""


class NoticeWay(StrEnum):
    """How a notification reaches somebody beyond the app itself."""

    PUSH = "push"
    MAIL = "mail"


class DoorStage(StrEnum):
    """What the page behind a rescue link shows."""

    LOADING = "loading"
    INVITED = "invited"
    SEATED = "seated"
    """The room is their own, or they have a seat in it: they are led in."""
    FULL = "full"
    APART = "apart"
    """Grown-ups and minors do not practise together here."""
    SWITCHED_OFF = "switched_off"
    SPENT = "spent"
    """This device has begun enough games without an account."""
    CLOSED = "closed"
    """One neutral page for forged, expired, withdrawn and unknown links."""


class AppEnv(StrEnum):
    """How strict the house is about its settings."""

    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


class LinkPurpose(StrEnum):
    """What a mailed link is for; it opens nothing else."""

    CONSENT = "consent"
    REVOKE = "revoke"
    RESET = "reset"
    FAMILY_INVITE = "family_invite"
    """Makes a parent of whoever opens it, signed in to a parent's account."""
    FAMILY_ANSWER = "family_answer"
    """Lets the guardian behind a mailbox answer a parent who asked."""


class LetterKind(StrEnum):
    """What a mail is about."""

    CONSENT_NOTICE = "consent_notice"
    CONSENT_SECOND = "consent_second"
    CONSENT_REVOKED = "consent_revoked"
    PASSWORD_RESET = "password_reset"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    WEEKLY_PROGRESS = "weekly_progress"
    FAMILY_INVITED = "family_invited"
    FAMILY_ASKED = "family_asked"
    NOTICE = "notice"
    """A notification somebody wants by mail, too."""


class ConsentDeed(StrEnum):
    """What happened to a consent."""

    ASKED = "asked"
    GIVEN = "given"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    """Whoever switched it has no say any more: what is usual at that age stands again."""


class ConsentScope(StrEnum):
    """What a parent allows. Tier 1 is `LEARNING`; everything else is asked for separately."""

    LEARNING = "learning"
    INVITING = "inviting"
    """To invite, challenge and share: the switch that ends everything viral."""
    PRESENCE = "presence"
    """To be counted as present, and to stand on boards under a made-up name."""
    FRIENDS = "friends"
    """To have friends, and to practise together with them."""
    CARDS = "cards"
    """The first name on a card that others see."""
    FEED = "feed"
    """Lines about oneself in the feed."""
    NOTICES = "notices"
    """Pushes and mails to the learner."""
    AI = "ai"
    """A language model that words advice, beyond the rules that give it."""
    RECORDING = "recording"
    """Recorded lessons and what is written down of them."""
    REEL = "reel"
    """A progress reel made for others to watch."""


SWITCHED_SCOPES = tuple(scope for scope in ConsentScope if scope is not ConsentScope.LEARNING)
"""What a linked parent switches one by one, in the order in which it is shown."""


OWN_SCOPES = (ConsentScope.FEED, ConsentScope.PRESENCE)
"""What a teen or grown-up switches for themselves, unless a parent has turned it off."""


class ConsentMethod(StrEnum):
    """How we know that it was the parent."""

    EMAIL_PLUS = "email_plus"
    LINKED_PARENT = "linked_parent"
    """Switched by a parent who is linked to the student, signed in to their own account."""
    OWN = "own"
    """Switched by a teen or grown-up themselves, signed in to their own account."""
    HOUSE = "house"
    """Not given by anybody: what follows from the rules."""


class TieHow(StrEnum):
    """How a parent and a student became family here."""

    CONSENTED = "consented"
    """The parent said yes behind the link we mailed, while signed in."""
    INVITED = "invited"
    """A first parent, or the teen, handed the parent a link."""
    ASKED = "asked"
    """The parent asked; the teen, or the guardian of a child, said yes."""
    MADE = "made"
    """The parent made the account for their child."""


class AuditAction(StrEnum):
    """The deeds that are remembered for good."""

    ACCOUNT_CREATED = "account_created"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_CLOSED = "account_closed"
    CHILD_FORGOTTEN = "child_forgotten"
    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    CONSENT_ASKED = "consent_asked"
    CONSENT_GIVEN = "consent_given"
    CONSENT_REVOKED = "consent_revoked"
    PARENT_EMAIL_CORRECTED = "parent_email_corrected"
    PROFILE_CHANGED = "profile_changed"
    AGE_ASKED = "age_asked"
    AGE_ANSWERED = "age_answered"
    PARENT_LINKED = "parent_linked"
    PARENT_UNLINKED = "parent_unlinked"
    FAMILY_ASKED = "family_asked"
    FAMILY_DECLINED = "family_declined"
    SCOPE_ON = "scope_on"
    SCOPE_OFF = "scope_off"
    SCOPE_LAPSED = "scope_lapsed"
    ROOM_OPENED = "room_opened"
    ROOM_CLOSED = "room_closed"
    ROOM_RENAMED = "room_renamed"
    ROOM_MEMBER_REMOVED = "room_member_removed"
    FEED_LINE_KEPT = "feed_line_kept"
    FEED_LINE_HIDDEN = "feed_line_hidden"
    ADVICE_LEAVE_GIVEN = "advice_leave_given"
    ADVICE_LEAVE_WITHDRAWN = "advice_leave_withdrawn"
    ADVICE_ASKED = "advice_asked"
    FAMILY_RETIRED = "family_retired"
    FAMILY_BROUGHT_BACK = "family_brought_back"
    CASE_SETTLED = "case_settled"
    CASE_REOPENED = "case_reopened"
    TUTOR_TALK_READ = "tutor_talk_read"
    MEETING_BARRED = "meeting_barred"
    MEETING_ALLOWED = "meeting_allowed"
