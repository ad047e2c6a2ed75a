"""Every word the program stores or compares, as enumerations, and the lists people choose from."""

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


class Subject(StrEnum):
    MATH = "math"
    READING = "reading"
    SCIENCE = "science"


class ItemFormat(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    NUMERIC = "numeric"
    FRACTION = "fraction"
    EXPRESSION = "expression"
    MULTI = "multi"
    ORDER = "order"
    MATCH = "match"
    TABLE = "table"
    CLOZE = "cloze"


class Retirement(StrEnum):
    """Why tests no longer draw a question, or any of its family."""

    WORN = "worn"
    """Shown so often that word of it may have got round."""
    GONE = "gone"
    """Its family has left the content, or makes another question of the same seed now."""
    STAFF = "staff"


class Misgiving(StrEnum):
    """Why somebody on the staff takes a family of questions out."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    UNFAIR = "unfair"
    MISFIT = "misfit"
    LEAKED = "leaked"


class Pace(StrEnum):
    """How much time a test gives."""

    STANDARD = "standard"
    EXTENDED = "extended"
    DOUBLE = "double"
    UNTIMED = "untimed"


class SittingStage(StrEnum):
    """What the page of a test shows."""

    INTRO = "intro"
    """Before a part begins."""
    ASKING = "asking"
    PAUSED = "paused"
    RESTING = "resting"
    """Answers came too fast; a break is offered."""
    SHORT = "short"
    """Time ran out on every part, with too few answers to say anything."""
    READY = "ready"
    """All asked; to be handed in."""
    ANALYSING = "analysing"
    DONE = "done"


class Knowledge(StrEnum):
    """How we know how well a skill goes."""

    MEASURED = "measured"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Mastery(StrEnum):
    """How well a skill is known, by the evidence of the answers; the lowest first."""

    UNKNOWN = "unknown"
    STARTED = "started"
    FAMILIAR = "familiar"
    PROFICIENT = "proficient"
    MASTERED = "mastered"


class StopReason(StrEnum):
    """Why an adaptive test is over."""

    PRECISE = "precise"
    FULL_LENGTH = "full_length"
    NOTHING_LEFT = "nothing_left"


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


class Currency(StrEnum):
    """What the ledger keeps balances of."""

    LIFETIME_XP = "lifetime_xp"
    SPENDABLE_XP = "spendable_xp"
    SHIELD = "shield"
    CLASS_PASS = "class_pass"  # noqa: S105


class XpReason(StrEnum):
    """Why an entry stands in the XP ledger."""

    PRACTICE_COMPLETED = "practice_completed"
    PERFECT_SCORE = "perfect_score"
    PRACTICE_DAY = "practice_day"
    INVITE = "invite"
    BADGE = "badge"
    SHOP = "shop"
    """Spent on something in the shop."""
    SHOP_UNDONE = "shop_undone"
    """Back again: that purchase was undone."""


class ItemKind(StrEnum):
    """What can be bought with XP."""

    MINUTES = "minutes"
    """Of the AI tutor."""
    CLASS_PASS = "class_pass"  # noqa: S105
    SHIELD = "shield"
    THEME = "theme"


class Theme(StrEnum):
    """The colours an app may wear; `HARBOUR` is everybody's own."""

    HARBOUR = "harbour"
    LAGOON = "lagoon"
    MEADOW = "meadow"
    EMBER = "ember"
    BLOSSOM = "blossom"
    STORM = "storm"


class ShieldReason(StrEnum):
    """Why a streak shield was granted or used."""

    CHALLENGE_SENT = "challenge_sent"
    CHALLENGE_PLAYED = "challenge_played"
    RESCUE = "rescue"
    FIRST_DAYS = "first_days"
    """Free, on the third day of the first streak."""
    DAY_BRIDGED = "day_bridged"
    """Used: it carried a streak over a day without practice."""
    DAY_RETURNED = "day_returned"
    """Given back: that day was practised after all, or never over."""
    SHOP = "shop"
    TAKEN_BACK = "taken_back"
    """The purchase it came from was undone."""


class BadgeFamily(StrEnum):
    """What a badge is for: how the collection is sorted."""

    MASTERY = "mastery"
    STREAK = "streak"
    PRACTICE = "practice"
    CARDS = "cards"
    TESTS = "tests"
    SOCIAL = "social"
    CHALLENGES = "challenges"
    COMEBACK = "comeback"
    CURIOSITY = "curiosity"


class BadgeMeasure(StrEnum):
    """What is counted for badges, some of it of one subject or strand alone."""

    SKILLS_PROFICIENT = "skills_proficient"
    """Skills that are known, by the evidence of the answers."""
    SKILLS_MASTERED = "skills_mastered"
    """Skills that were still known on later days."""
    STREAK = "streak"
    """The longest streak, in days."""
    DAYS = "days"
    """Days with practice, in a row or not."""
    SESSIONS = "sessions"
    """Decks finished with most answers right."""
    PERFECT = "perfect"
    """Decks of at least eight questions with every answer right."""
    CARD_DECKS = "card_decks"
    """Flashcard decks studied to the end."""
    CARDS_KEPT = "cards_kept"
    """Flashcards that will be remembered for weeks."""
    TESTS = "tests"
    """Tests taken with care."""
    SUBJECTS_TESTED = "subjects_tested"
    TEST_GROWTH = "test_growth"
    """Points between two tests of one subject and grade, where the later is better."""
    TOGETHER = "together"
    """Practices done together with a friend."""
    RESCUES = "rescues"
    """Streaks saved together."""
    CHALLENGES_PLAYED = "challenges_played"
    CHALLENGES_WON = "challenges_won"
    COMEBACKS = "comebacks"
    """Practices after two weeks or more away."""
    SKILLS_GROWN = "skills_grown"
    """Skills that were weak once and are known now."""
    SUBJECTS_A_WEEK = "subjects_a_week"
    """Most subjects practised in one week."""
    TURNAROUNDS = "turnarounds"
    """Perfect decks in a skill of which less than half was right before."""
    EARLY = "early"
    """Decks finished early in the morning."""
    PI_DAY = "pi_day"
    """Math on the 14th of March."""
    NEW_YEAR = "new_year"
    """Practice on the first day of a year."""


class DayKind(StrEnum):
    """What a day is in the book of a streak."""

    PRACTISED = "practised"
    SHIELD = "shield"
    TRAVEL = "travel"
    PAUSE = "pause"


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


class RewardKind(StrEnum):
    """What may be promised to somebody who brings another."""

    XP = "xp"
    SHIELD = "shield"
    CLASS_PASS = "class_pass"  # noqa: S105


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


class Undertaking(StrEnum):
    """What somebody is about to do that trust and safety has a say in."""

    PROMPT = "prompt"
    INVITE = "invite"
    CO_PRACTICE = "co_practice"
    REWARD = "reward"


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


class NoticeWay(StrEnum):
    """How a notification reaches somebody beyond the app itself."""

    PUSH = "push"
    MAIL = "mail"


class PassReason(StrEnum):
    """Why a class pass was given, used or taken back."""

    FAMILY_INVITED = "family_invited"
    CLASS_BOOKED = "class_booked"
    SEAT_GIVEN_UP = "seat_given_up"
    TAKEN_BACK = "taken_back"
    SHOP = "shop"
    """Bought with XP by a child of theirs."""


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


class Hold(StrEnum):
    """Why a reward waits for somebody to look at it; learning never waits."""

    SAME_DEVICE = "same_device"
    DEVICE_CROWDED = "device_crowded"
    REFERRAL_LOOP = "referral_loop"
    SAME_FAMILY = "same_family"
    TOO_FAST = "too_fast"
    ADDRESS_BURST = "address_burst"
    UNPROVEN = "unproven"
    """It is only likely that this invitation brought them."""


class FeedKind(StrEnum):
    """What a line of the feed tells."""

    CHALLENGE_ISSUED = "challenge_issued"
    CHALLENGE_ACCEPTED = "challenge_accepted"
    CHALLENGE_WON = "challenge_won"
    STREAKS_SAVED = "streaks_saved"
    RALLY_JOINED = "rally_joined"
    BADGE_EARNED = "badge_earned"
    STREAK_REACHED = "streak_reached"
    PERSONAL_BEST = "personal_best"
    CARDS_MASTERED = "cards_mastered"


class Reaction(StrEnum):
    """What one can say to a line of the feed; each has a picture, for there is no chat."""

    CHEER = "cheer"
    FIRE = "fire"
    STAR = "star"
    HEART = "heart"
    ROCKET = "rocket"


class FeedStage(StrEnum):
    """What is shown of a feed."""

    LOADING = "loading"
    SHUT = "shut"
    """It is switched off for this person: nothing of theirs appears, and they see nobody's."""
    EMPTY = "empty"
    CHILD_EMPTY = "child_empty"
    """Of somebody under 13, who sees friends alone."""
    FULL = "full"


class PutAway(StrEnum):
    """How somebody puts a line of the feed away; each can be taken back."""

    HIDE = "hide"
    REPORT = "report"
    MUTE = "mute"
    DELETE = "delete"


class FriendDoor(StrEnum):
    """What the page behind somebody's friend link shows."""

    LOADING = "loading"
    STRANGER = "stranger"
    """Nobody is signed in: what this is, the same for every link."""
    OPEN = "open"
    ASKED = "asked"
    """The question is on its way; it looks the same whatever came of it."""
    FRIENDS = "friends"
    OFF = "off"
    """Friends are switched off for whoever looks."""
    CLOSED = "closed"
    """One neutral page for wrong, old, own and barred codes."""


class ReportKind(StrEnum):
    """What somebody says is wrong with somebody, or with what they show. There is no other text."""

    UNKIND = "unkind"
    UNSAFE = "unsafe"
    """They ask to meet, or for things that are nobody's business."""
    PRETENDS = "pretends"
    """They pretend to be somebody else, or to be of another age."""
    CHEATS = "cheats"
    SPAM = "spam"


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


class RoomStage(StrEnum):
    """What the room for two shows one of them."""

    LOADING = "loading"
    PLAYING = "playing"
    DONE = "done"
    """All answered; the other one may still be at it."""
    OVER = "over"
    """Time is over, with questions left."""
    CLOSED = "closed"
    """Not a room of theirs, or not any more."""


class RoomKind(StrEnum):
    """What a room of many is for."""

    STUDY_GROUP = "study_group"
    CLUB = "club"
    """The standing one of a subject and age band, opened by the house."""
    WATCH_PARTY = "watch_party"
    """For an hour or so, around a class."""


class RoomRole(StrEnum):
    """As what somebody is in a room."""

    KEEPER = "keeper"
    """Looks after it: may put people out, and hands it over or closes it on leaving."""
    MEMBER = "member"


class HallStage(StrEnum):
    """What the page of a room shows."""

    LOADING = "loading"
    SHUT = "shut"
    """Being with others is switched off for this person."""
    OUTSIDE = "outside"
    """They may come in."""
    BARRED = "barred"
    """They were put out, and may come back later."""
    FULL = "full"
    EARLY = "early"
    """A party that has not opened yet."""
    INSIDE = "inside"
    OVER = "over"
    """The party is over, or the room was closed."""
    MISSING = "missing"
    """No room that this person may know of."""


class Farewell(StrEnum):
    """What becomes of a room its only keeper leaves."""

    HAND_OVER = "hand_over"
    CLOSE = "close"


class Cheer(StrEnum):
    """All that people in a room may say to each other."""

    CLAP = "clap"
    FIRE = "fire"
    IDEA = "idea"
    PARTY = "party"
    STRONG = "strong"
    THANKS = "thanks"


class BoardStage(StrEnum):
    """What is shown of a rally."""

    LOADING = "loading"
    SHUT = "shut"
    """Boards are switched off for this person: they stand on none and see none."""
    NO_GRADE = "no_grade"
    GONE = "gone"
    """No board, or one of a class or room they do not belong to."""
    TOO_YOUNG = "too_young"
    """The board is for those from thirteen on."""
    FEW = "few"
    """Too few players for a board that tells nobody apart."""
    FULL = "full"


class BoardScope(StrEnum):
    """Whom a leaderboard compares."""

    GLOBAL = "global"
    """Of all time; nobody under thirteen."""
    WEEKLY = "weekly"
    SUBJECT = "subject"
    COHORT = "cohort"
    """A class or a room, against each other only."""
    LEAGUE = "league"
    """At most thirty who learn about as much."""


class SchoolBand(StrEnum):
    """Who is compared with whom; minors and adults never."""

    ELEMENTARY = "elementary"
    MIDDLE = "middle"
    HIGH = "high"
    COLLEGE = "college"
    """Adults, and nobody else."""
    MINORS = "minors"
    """Everybody under age of one class or room; its adults have a board of their own."""
    ADULTS = "adults"


class Tenure(StrEnum):
    """How long somebody has been learning here, as it was when the week began."""

    NEWCOMER = "newcomer"
    VETERAN = "veteran"
    ANY = "any"


class LeaguePool(StrEnum):
    """Who fills a league: those with about as much XP in the two weeks before."""

    NEWCOMER = "newcomer"
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class LeagueTier(StrEnum):
    """From the first league to the last."""

    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"
    SAPPHIRE = "sapphire"
    DIAMOND = "diamond"


class SentStage(StrEnum):
    """How far a challenge has come, for its sender."""

    WAITING = "waiting"
    PLAYING = "playing"
    COMPLETED = "completed"
    OVER = "over"


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


class DeckKind(StrEnum):
    """Where the cards of a deck come from."""

    TERMS = "terms"
    GAPS = "gaps"
    OWN = "own"


class CardSource(StrEnum):
    """What a flashcard is made of."""

    TERM = "term"
    QUESTION = "question"
    SLIP = "slip"
    OWN = "own"


class CardStage(StrEnum):
    """Where a flashcard is in the scheduler; a new card is one in learning without reviews."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class CoachStage(StrEnum):
    """Where a conversation with the tutor stands."""

    PROBLEM = "problem"
    CHECK = "check"
    """A last question of the same kind, to see whether it sticks."""
    EXAMPLE = "example"
    """A question like it is worked out step by step, while the learner's own waits."""
    SOLVED = "solved"
    """The question on show has been solved, or its solution shown."""


class CoachMove(StrEnum):
    """What a learner can say to the tutor."""

    ANSWER = "answer"
    STUCK = "stuck"
    WHY = "why"
    EXAMPLE = "example"
    EASIER = "easier"
    NEXT = "next"
    SAY = "say"
    """Words of their own; only where a model may answer."""
    END = "end"


class CoachTurn(StrEnum):
    """What one turn of a conversation with the tutor is."""

    LEARNER = "learner"
    POSE = "pose"
    RECALL = "recall"
    """The slip that led here, named."""
    UNREAD = "unread"
    """What was sent could not be read as an answer; it did not count."""
    RIGHT = "right"
    SLIP = "slip"
    MISS = "miss"
    """Wrong, without a name for it, or with one that would tell the answer."""
    HINT = "hint"
    WHY = "why"
    WHY_RIGHT = "why_right"
    EXAMPLE = "example"
    STEP = "step"
    FILL = "fill"
    """The step is the learner's to work out."""
    FILLED = "filled"
    UNFILLED = "unfilled"
    BACK = "back"
    """The example is over: back to the learner's own question."""
    NO_EXAMPLE = "no_example"
    EASIER = "easier"
    NO_EASIER = "no_easier"
    CHECK = "check"
    SOLUTION = "solution"
    TRY = "try"
    REDIRECT = "redirect"
    CARE = "care"
    """Fixed words for somebody who may be in danger."""
    TIME_UP = "time_up"


class CoachFlag(StrEnum):
    """Why somebody on the staff should look at a conversation."""

    DANGER = "danger"
    REPORTED = "reported"
