"""Weeks, bands, points, names and places: pure decisions about rallies.

How practice makes a score: each question answered is worth points by how hard it is for the band,
but only the first answer of the week to each kind of question counts, only if it was right without
help, and only the ten best of these are added up. Playing one deck again adds nothing, more easy
questions soon add nothing, and whoever came on Friday can still win.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vel_tutor.measure import irt
from vel_tutor.measure.irt import Parameters
from vel_tutor.vocabulary import Subject

BEST_ANSWERS = 10
LEAST_POINTS, MOST_POINTS = 10, 50
"""What an answer is worth that everybody of the band knows, and one that nobody knows."""
BOARD_SIZE = 10
LEAST_PLAYERS = 10
"""Players before a board is shown: among fewer, somebody could tell who is who."""
QUIZ_SIZE = 6
LINK_LIFE = timedelta(days=30)
NEW_FOR = timedelta(hours=1)
"""How long a board points to somebody who has just come."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TRIES_A_LENGTH = 3


@dataclass(frozen=True)
class Band:
    """Grades that play on one board."""

    first: int
    last: int
    words: str

    @property
    def middle(self) -> int:
        return (self.first + self.last) // 2


BANDS = (
    Band(0, 2, "Kindergarten to grade 2"),
    Band(3, 5, "Grades 3 to 5"),
    Band(6, 8, "Grades 6 to 8"),
    Band(9, 13, "Grade 9 and up"),
)
SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}


@dataclass(frozen=True)
class Try:
    """The answer to one kind of question; `item` only if it was right without help."""

    family: str
    at: datetime
    item: Parameters | None = None


@dataclass(frozen=True)
class Score:
    """Points, and from how many answers."""

    points: int = 0
    answers: int = 0


def band_of(grade: int) -> Band:
    """Where a grade plays."""
    return next((band for band in BANDS if grade <= band.last), BANDS[-1])


def band(first: int) -> Band:
    """The band that begins with grade `first`."""
    return next(one for one in BANDS if one.first == first)


def week_of(day: date) -> str:
    """The ISO week of a learner's day, as 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(day: date) -> date:
    """The first day of the same week."""
    return day - timedelta(days=day.weekday())


def kind_of(subject: Subject, band: Band, simulation: str = "") -> str:
    """The name all boards of a subject and band share, whatever the week."""
    return f"{subject}:{band.first}" + (f":{simulation}" if simulation else "")


def worth(item: Parameters, level: float) -> int:
    """Points for a right answer, by the share of a band at `level` that would miss the question."""
    missed = 1.0 - float(irt.probability(level, *item))
    return LEAST_POINTS + round((MOST_POINTS - LEAST_POINTS) * missed)


def score(tries: Iterable[Try], level: float) -> Score:
    """The ten best of the first tries, each at another kind of question."""
    first: dict[str, Try] = {}
    for one in sorted(tries, key=lambda one: one.at):
        first.setdefault(one.family, one)
    worths = sorted((worth(one.item, level) for one in first.values() if one.item), reverse=True)
    best = worths[:BEST_ANSWERS]
    return Score(sum(best), len(best))


def aliases(key: bytes, board: str, person: str) -> Iterator[str]:
    """Names for somebody on one board, the ones to try first first: A to Z, then AA to ZZ and on.

    They follow from a keyed hash of board and person: nobody can tell from the name who it is, nor
    that last week's name was the same person's.
    """
    length = 1
    while True:
        for number in range(_TRIES_A_LENGTH):
            said = f"{board}|{person}|{length}|{number}".encode()
            digest = hmac.new(key, said, hashlib.sha256).digest()
            yield _spelt(int.from_bytes(digest[:16]), length)
        length += 1


def _spelt(number: int, length: int) -> str:
    letters: list[str] = []
    for _ in range(length):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def is_enough(players: int) -> bool:
    """Whether a board may be shown."""
    return players >= LEAST_PLAYERS


def nearest(open_to: Sequence[int], wished: int) -> int:
    """The grade to propose among those there are questions for."""
    return min(open_to, key=lambda known: (abs(known - wished), known))


def further(points: int, mine: int, held: Mapping[int, int]) -> int:
    """How many places `points` stand below `mine`; negative above, 0 for a tie.

    Args:
        held: how many players have each number of points there is between the two, both included.
    """
    if points > mine:
        return -sum(players for those, players in held.items() if mine < those <= points)
    return sum(players for those, players in held.items() if points < those <= mine)


def share_text(subject: Subject, disclosure: str) -> str:
    """What somebody says who invites to a rally, with the reward told where everybody reads it."""
    name = SUBJECTS[subject].lower()
    return f"Where would you stand in this week's {name} rally? 6 questions tell. {disclosure}"


def place_words(rank: int, players: int) -> str:
    """Where somebody stands, in a line."""
    return f"You're #{rank} of {players:,}"
