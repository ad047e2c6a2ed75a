"""Words about learning with others: friends, feed, rooms, boards."""

from enum import StrEnum


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


class CaseKind(StrEnum):
    """What somebody on the staff is asked to look at."""

    PERSON = "person"
    LINE = "line"
    """Of the feed."""
    ROOM = "room"
    TUTOR = "tutor"
    """A turn of a conversation with the tutor."""
    REWARD = "reward"
    """For bringing somebody, held back by a rule."""


class Decision(StrEnum):
    """What somebody on the staff decides about a case."""

    STAYS = "stays"
    TAKEN_DOWN = "taken_down"
    DISMISSED = "dismissed"
    WARNED = "warned"
    BARRED = "barred"
    """May have nothing to do with others until it is taken back."""
    NOTED = "noted"
    PARENT_TOLD = "parent_told"
    RELEASED = "released"
    DENIED = "denied"


class ReviewTab(StrEnum):
    """Which cases are listed."""

    OPEN = "open"
    SETTLED = "settled"


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
    AFTER = "after"
    """They were at a party that has just ended, and are still together."""
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
