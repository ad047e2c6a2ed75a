"""What must be true: an order pieced together from clues that each tell a part."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations
from random import Random

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import PEOPLE, rolls, some

_SCENES = (
    ("The Boat Race", "Five boats raced around the island this morning. Each boat had one rower.",
     "No two boats came in at the same time.", "came in before", "came in after"),
    ("Who Came to Breakfast?", "Five guests slept at the inn. In the morning the cook kept a list.",
     "No two guests came down at the same time.", "came down before", "came down after"),
    ("A Row of Birthdays", "Five cousins have birthdays in the same month. They like to compare.",
     "No two of them share a day.", "has a birthday before", "has a birthday after"),
    ("The Spelling Bee", "Five friends entered the spelling bee. One by one they had to sit down.",
     "No two of them went out in the same round.", "went out before", "went out after"),
    ("Stories at the Library", "Five readers signed up to read aloud. Each had one turn.",
     "Only one person read at a time.", "read before", "read after"),
)  # fmt: skip


@dataclass(frozen=True)
class Puzzle:
    scene: int
    order: tuple[str, ...]
    clues: tuple[tuple[int, int], ...]
    """Pairs of places of which the passage says that the first is before the second."""
    turned: tuple[bool, ...]


@lru_cache(maxsize=512)
def _puzzle(seed: int) -> Puzzle:
    """Five people of whom one can stand in either of two places."""
    rng = rolls("deduction", seed)
    order = tuple(person.name for person in some(rng, PEOPLE, 5))
    loose = rng.randrange(5)
    chain = [place for place in range(5) if place != loose]
    clues = list(pairwise(chain))
    clues.append(_anchor(rng, chain, loose))
    rng.shuffle(clues)
    turned = tuple(rng.random() < 0.5 for _ in clues)
    return Puzzle(rng.randrange(len(_SCENES)), order, tuple(clues), turned)


def _anchor(rng: Random, chain: list[int], loose: int) -> tuple[int, int]:
    """One clue about the fifth person, beside somebody in the middle of the chain."""
    middle = rng.choice(chain[1:3])
    return (loose, middle) if loose < middle else (middle, loose)


def _tell(puzzle: Puzzle) -> Telling:
    title, opening, rule, before, after = _SCENES[puzzle.scene]
    lines = []
    for (first, second), turned in zip(puzzle.clues, puzzle.turned, strict=True):
        one, two = puzzle.order[first], puzzle.order[second]
        fact = Fact(one, "before", two)
        text = f"{two} {after} {one}." if turned else f"{one} {before} {two}."
        lines.append(Line(text, (fact,)))
    told = (
        Line("Nobody remembers the whole order, but some things are certain."),
        *lines,
        Line("That is all that anybody can say for sure."),
    )
    return Telling(title, ((Line(opening), Line(rule)), told))


def _closure(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """All that follows from `a before b` and `b before c`."""
    found = set(pairs)
    while True:
        more = {(a, d) for a, b in found for c, d in found if b == c} - found
        if not more:
            return found
        found |= more


def _must(p: Params) -> Question:
    puzzle = _puzzle(p.puzzle)
    told, before = _tell(puzzle), _SCENES[puzzle.scene][3]
    stated = {(puzzle.order[a], puzzle.order[b]) for a, b in puzzle.clues}
    known = _closure(stated)
    rng = rolls("must", p.puzzle)
    key = rng.choice(sorted(known - stated))
    open_pairs = _open(puzzle, known)
    wrong = {}
    for slip, (a, b) in zip(("open_1", "open_2"), rng.sample(open_pairs, 2), strict=True):
        wrong[slip] = Slip(
            f"{a} {before} {b}.", f"It could be so, but {a} and {b} are never compared, nor linked."
        )
    for slip, (a, b) in zip(
        ("reversed_1", "reversed_2"), rng.sample(sorted(known - {key}), 2), strict=True
    ):
        wrong[slip] = Slip(
            f"{b} {before} {a}.", f"Of {a} and {b}, {a} is first. {_trace(told, a, b, stated)}"
        )
    path = _path(stated, *key)
    return Question(
        stem="Which of these must be true?",
        key=f"{key[0]} {before} {key[1]}.",
        wrong=wrong,
        hints=(
            "Write the names on a line from first to last, as far as the clues allow.",
            f"“{_SCENES[puzzle.scene][4].split()[-1]}” turns the order around: mind who is first.",
        ),
        steps=tuple(
            Step("One link of the chain:", told_line, f"{a}, then {b}")
            for a, b in path
            for told_line in [_line(told, a, b)]
        ),
        passage=told.text,
        same=(puzzle, key),
    )


def _line(told: Telling, one: str, two: str) -> str:
    wanted = Fact(one, "before", two)
    return next(line.text for line in told.lines if wanted in line.tells)


def _path(stated: set[tuple[str, str]], start: str, end: str) -> list[tuple[str, str]]:
    """The chain of stated pairs that leads from one name to the other."""
    if (start, end) in stated:
        return [(start, end)]
    known = _closure(stated)
    link = next(b for a, b in sorted(stated) if a == start and (b == end or (b, end) in known))
    return [(start, link), *_path(stated, link, end)]


def _trace(told: Telling, one: str, two: str, stated: set[tuple[str, str]]) -> str:
    return look(_line(told, *_path(stated, one, two)[0]))


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Try every order of the five names against the sentences of the text."""
    puzzle = _puzzle(p.puzzle)
    claim, possible = _claim(answer, puzzle), _possible(q.passage, puzzle)
    return claim is not None and all(o.index(claim[0]) < o.index(claim[1]) for o in possible)


def _claim(text: str, puzzle: Puzzle) -> tuple[str, str] | None:
    """Who is before whom in a sentence of two names, or None."""
    before, after = _SCENES[puzzle.scene][3:]
    for word, turned in ((before, False), (after, True)):
        one, found, two = text.rstrip(".").partition(f" {word} ")
        if found:
            return (two, one) if turned else (one, two)
    return None


def _could(p: Params) -> Question:
    puzzle = _puzzle(p.puzzle)
    told, before = _tell(puzzle), _SCENES[puzzle.scene][3]
    stated = {(puzzle.order[a], puzzle.order[b]) for a, b in puzzle.clues}
    known = sorted(_closure(stated))
    rng = rolls("could", p.puzzle)
    one, two = rng.choice(_open(puzzle, set(known)))
    wrong = {}
    for slip, (a, b) in zip(("must_1", "must_2"), rng.sample(known, 2), strict=True):
        why = f"{a} is before {b} for sure. {_trace(told, a, b, stated)}"
        wrong[slip] = Slip(f"{a} {before} {b}.", why)
    for slip, (a, b) in zip(("never_1", "never_2"), rng.sample(known, 2), strict=True):
        why = f"{b} can never be before {a}. {_trace(told, a, b, stated)}"
        wrong[slip] = Slip(f"{b} {before} {a}.", why)
    return Question(
        stem="Which of these could be true, but does not have to be?",
        key=f"{one} {before} {two}.",
        wrong=wrong,
        hints=(
            "Some pairs are linked by a chain of clues. For others, both orders are possible.",
            f"Find the two people that no chain of clues links. Begin with {one}.",
        ),
        steps=(
            *(Step("A sure link:", line.text, "sure") for line in told.lines if line.tells),
            Step(f"No chain of these leads from {one} to {two}, nor back. So both are possible."),
        ),
        passage=told.text,
        same=(puzzle, one, two),
    )


def _open(puzzle: Puzzle, known: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs whose order nothing tells."""
    names = puzzle.order
    return [(a, b) for a in names for b in names if a != b and not {(a, b), (b, a)} & known]


def _could_checks(p: Params, q: Question, answer: str) -> bool:
    """True in some of the orders that the sentences allow, and false in others."""
    puzzle = _puzzle(p.puzzle)
    claim = _claim(answer, puzzle)
    if claim is None:
        return False
    met = {order.index(claim[0]) < order.index(claim[1]) for order in _possible(q.passage, puzzle)}
    return met == {True, False}


@lru_cache(maxsize=256)
def _possible(text: str, puzzle: Puzzle) -> list[tuple[str, ...]]:
    """Every order of the names that no sentence of the text rules out."""
    clues = [c for c in (_claim(part, puzzle) for part in reader.sentences(text)) if c]
    return [
        order
        for order in permutations(sorted(puzzle.order))
        if all(order.index(a) < order.index(b) for a, b in clues)
    ]


FAMILIES = (
    asking(
        Asking(
            id="reading.deduction.order",
            skill="reading.deduction",
            grade=6,
            time_s=90,
            params={"puzzle": range(6000)},
            make=_must,
            slips=("open_1", "open_2", "reversed_1", "reversed_2"),
            checker=_checks,
        )
    ),
    asking(
        Asking(
            id="reading.deduction.possible",
            skill="reading.possibility",
            grade=7,
            time_s=90,
            params={"puzzle": range(6000)},
            make=_could,
            slips=("must_1", "must_2", "never_1", "never_2"),
            checker=_could_checks,
        )
    ),
)
