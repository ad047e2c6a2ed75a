"""Words about rewards: XP and what it buys, shields, badges, passes."""

from enum import StrEnum


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


class RewardKind(StrEnum):
    """What may be promised to somebody who brings another."""

    XP = "xp"
    SHIELD = "shield"
    CLASS_PASS = "class_pass"  # noqa: S105


class PassReason(StrEnum):
    """Why a class pass was given, used or taken back."""

    FAMILY_INVITED = "family_invited"
    CLASS_BOOKED = "class_booked"
    SEAT_GIVEN_UP = "seat_given_up"
    TAKEN_BACK = "taken_back"
    SHOP = "shop"
    """Bought with XP by a child of theirs."""


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
