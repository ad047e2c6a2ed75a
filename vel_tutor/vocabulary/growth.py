"""Words about growing: loops, prompts, invitations, and what is counted of them."""

from enum import StrEnum


class LoopKind(StrEnum):
    """The ways one person brings another."""

    BUDDY_CHALLENGE = "buddy_challenge"
    RESULTS_RALLY = "results_rally"
    PROUD_PARENT = "proud_parent"
    STREAK_RESCUE = "streak_rescue"
    ACHIEVEMENT = "achievement"


class Channel(StrEnum):
    """How an invitation travels: what `utm_source` may say."""

    SMS = "sms"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    SOCIAL = "social"
    COPY = "copy"
    QR = "qr"
    NATIVE = "native"


class Agent(StrEnum):
    """Who may be asked for advice."""

    LOOP_ORCHESTRATOR = "loop_orchestrator"
    PERSONALIZATION = "personalization"
    INCENTIVES_ECONOMY = "incentives_economy"
    SOCIAL_PRESENCE = "social_presence"
    EXPERIMENTATION = "experimentation"
    TRUST_SAFETY = "trust_safety"


class Trigger(StrEnum):
    """What has happened when somebody might be shown a prompt."""

    DIAGNOSTIC_COMPLETED = "diagnostic_completed"
    PRACTICE_COMPLETED = "practice_completed"
    DECK_COMPLETED = "deck_completed"
    BADGE_EARNED = "badge_earned"
    STREAK_AT_RISK = "streak_at_risk"
    SESSION_ENDED = "session_ended"


class Bar(StrEnum):
    """Why a loop may not be offered to somebody now."""

    CONSENT = "consent"
    AGE = "age"
    TRUST = "trust"
    QUIET_HOURS = "quiet_hours"
    OPTED_OUT = "opted_out"
    """They have said never to show this."""
    CAP = "cap"
    """No invitation is left today."""
    SESSION = "session"
    """This visit has had its prompt."""
    DAY = "day"
    COOLDOWN = "cooldown"
    """This loop was shown not long ago."""
    DISMISSED = "dismissed"
    """They have put it away before, and it waits longer each time."""
    EXPERIMENT = "experiment"
    """Their group is shown no prompts."""
    NOTHING = "nothing"
    """There is nothing to invite to."""


class PromptPlace(StrEnum):
    """Where a prompt leads: the page on which the loop shares, never an address from outside."""

    PRACTICE_RESULTS = "practice_results"
    TEST_RESULTS = "test_results"
    TEST_STEPS = "test_steps"
    """The results of a test, to practise its next step together."""
    RALLY = "rally"
    RESCUE = "rescue"
    PROUD = "proud"
    """A parent's page about the week of a child."""
    BADGES = "badges"
    """The collection, to show one badge around."""


class Tone(StrEnum):
    """How a prompt speaks."""

    PLAIN = "plain"
    PLAYFUL = "playful"
    TOGETHER = "together"
    WARM = "warm"


class Verdict(StrEnum):
    """What trust and safety says to a deed."""

    ALLOW = "allow"
    HOLD = "hold"
    """The deed may go on; what it earns waits for somebody to look."""
    REFUSE = "refuse"


class ExperimentUnit(StrEnum):
    """What is put into one arm of an experiment as a whole."""

    USER = "user"
    ROOT_REFERRER = "root_referrer"
    """Everybody whom one person brought, and whom they brought, with that person."""


class AttributionKind(StrEnum):
    """The four steps of an invitation (PRD story 5.1)."""

    LINK_GENERATED = "link_generated"
    LINK_CLICKED = "link_clicked"
    ACCOUNT_CREATED = "account_created"
    FVM_REACHED = "fvm_reached"


class InviteStep(StrEnum):
    """The steps of an invitation as the staff watches them, in the order they usually come."""

    GENERATED = "generated"
    SENT = "sent"
    OPENED = "opened"
    FIRST_VALUE = "first_value"
    JOINED = "joined"
    REWARDED = "rewarded"


class Match(StrEnum):
    """How we know that a new account belongs to an invitation; the surest first."""

    TOKEN = "token"  # noqa: S105
    """The link was opened in the visit in which they joined."""
    ACCOUNT = "account"
    """The account itself kept who they had been, while it waited for a parent."""
    COOKIE = "cookie"
    """The link was opened on this browser some time before."""
    PROBABILISTIC = "probabilistic"
    """Just before, one guest at this address with such a device opened one: never paid for."""


class TouchKind(StrEnum):
    """What happened to an invitation's link."""

    SENT = "sent"
    HIT = "hit"
    CLICK = "click"


class CreditModel(StrEnum):
    """How the credit for somebody who joined is shared among the invitations they followed."""

    LAST = "last"
    FIRST = "first"
    LINEAR = "linear"
    DECAY = "decay"


class KGoal(StrEnum):
    """What an invited person has to do to count."""

    SIGNUP = "signup"
    FIRST_VALUE = "first_value"


class CohortSpan(StrEnum):
    """How long a cohort is: an ISO week or a month, both of UTC days."""

    WEEK = "week"
    MONTH = "month"


class KAlarm(StrEnum):
    """What the K-factor has done that somebody should hear of."""

    REACHED = "reached"
    CONFIRMED = "confirmed"
    WARNING = "warning"


class DayCount(StrEnum):
    """How the days of coming back are counted: from the hour of joining, or by local dates."""

    HOURS = "hours"
    CALENDAR = "calendar"


class DelayKind(StrEnum):
    """What people were waited for."""

    FIRST_VALUE = "first_value"
    OWN_INVITE = "own_invite"


class CardTemplate(StrEnum):
    """What a share card is for."""

    CHALLENGE = "challenge"
    RESULT = "result"
    STUDY = "study"
    CARDS = "cards"
    RESCUE = "rescue"
    RALLY = "rally"


class ChallengeKind(StrEnum):
    """What a challenge asks of a friend."""

    SCORE = "score"
    """To beat a score."""
    STUDY = "study"
    """To practise one skill together, without a score."""


class Outcome(StrEnum):
    """How a friend's score compares with the one to beat."""

    WON = "won"
    LOST = "lost"
    TIE = "tie"


class HistorySide(StrEnum):
    """Which challenges somebody looks at."""

    ALL = "all"
    SENT = "sent"
    RECEIVED = "received"


class GameStage(StrEnum):
    """What the page behind a challenge link shows."""

    LOADING = "loading"
    INVITED = "invited"
    PLAYING = "playing"
    DONE = "done"
    CLOSED = "closed"
    """One neutral page for forged, expired, withdrawn and unknown links."""
    OWN = "own"
    FULL = "full"
    """This device has begun enough games without an account."""


class SentStage(StrEnum):
    """How far a challenge has come, for its sender."""

    WAITING = "waiting"
    PLAYING = "playing"
    COMPLETED = "completed"
    OVER = "over"
