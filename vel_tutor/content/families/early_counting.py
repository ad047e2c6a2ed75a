"""Kindergarten: counting things, counting on and back, more and fewer."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import one_by_one, plus_all
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WORD
from vel_tutor.vocabulary import ItemFormat


def _fives(count: int) -> list[int]:
    return [5] * (count // 5) + [count % 5] * bool(count % 5)


def _strewn(p: Params) -> str:
    return f"A field with {p.kind}s: {one_by_one(p.kind, p.n)}."


_SCATTERED = Family(
    id="math.counting.scattered",
    skill="math.counting",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"n": range(6, 21), "mix": range(40), "kind": ("dot", "star", "square", "triangle")},
    derive=lambda p: {"fives": plus_all(_fives(p.n))},
    stem="Count the {kind}s. How many are there?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _strewn(p).count(p.kind) - 1,
    misconceptions=(
        Slip("counts_one_twice", lambda p: p.n + 1, "One too many. Did you count one twice?"),
        Slip("misses_one", lambda p: p.n - 1, "There is one more. Touch each {kind} as you count."),
        Slip("counts_two_twice", lambda p: p.n + 2, "Two too many. Count each {kind} just once."),
        Slip("misses_two", lambda p: p.n - 2, "You missed two. Cross out each one you count."),
        Slip(
            "teen_as_one_digit",
            lambda p: p.n - 10 if p.n > 10 else None,
            "There are more than ten. Write the 1 for the ten in front, too.",
        ),
    ),
    hints=("Touch each {kind} one time.", "Put a ring around five. Then count on from five."),
    steps=(Step("Make groups of five, then add them.", "{fives}", "{n}"),),
    figure=lambda p: draw.scattered(_strewn(p), p.kind, p.n, p.mix),
    alt=_strewn,
)


def _decade_slip(p: Params) -> int | None:
    """Starts the same ten again: 28, 29, 20."""
    wrong = p.last - 9 * p.turn
    return wrong if (p.last % 10, p.turn) in ((9, 1), (0, -1)) and wrong > 0 else None


_NEXT = Family(
    id="math.counting.next",
    skill="math.counting",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={"first": range(3, 98), "turn": (1, 1, -1)},
    derive=lambda p: {
        "middle": p.first + p.turn,
        "last": p.first + 2 * p.turn,
        "then": p.first + 3 * p.turn,
        "way": "on" if p.turn > 0 else "back",
        "sign": "+" if p.turn > 0 else "-",
    },
    stem="Count {way}: {first}, {middle}, {last}. What is next?",
    key=lambda p: p.then,
    checker=lambda p, v: (v - p.last) == (p.middle - p.first),
    misconceptions=(
        Slip("skips_one", lambda p: p.then + p.turn, "You left one out. What is right by {last}?"),
        Slip("says_the_last", lambda p: p.last, "{last} is there now. Say the next number."),
        Slip("other_way", lambda p: p.last - p.turn, "That goes the other way. Count {way}."),
        Slip("starts_ten_again", _decade_slip, "A new ten begins here. Which ten is it?"),
        Slip("jumps_a_ten", lambda p: p.last + 10 * p.turn, "That is a jump of ten. Go just one."),
    ),
    hints=("Say the numbers out loud.", "Take one small step {way} from {last}."),
    steps=(Step("Count {way} by one.", "{last} {sign} 1", "{then}"),),
)

_ROWS = ("A", "B", "C", "D")


def _place(p: Params, rank: int) -> str:
    """The row that stands at this rank when sorted by the number of dots."""
    order = sorted(range(4), key=lambda row: p.counts[row])
    return _ROWS[order[rank]]


def _row_slip(p: Params, rank: int) -> str | None:
    """A row that is taken for the one asked for; ranks count from the end asked for."""
    return _place(p, rank if p.asked == "fewest" else 3 - rank)


def _long_row(p: Params) -> str:
    """The row that looks most, or least, because of its length."""
    pick = max if p.asked == "most" else min
    return _ROWS[pick(range(4), key=lambda row: p.lengths[row])]


def _rows_told(p: Params) -> str:
    rows = zip(_ROWS, p.counts, strict=True)
    return "Rows of dots. " + " ".join(f"Row {r}: {one_by_one('dot', n)}." for r, n in rows)


_COUNTS = tuple(
    (low + a, low + b, low + c, low + d)
    for low in (3, 4, 5, 6)
    for a in range(5)
    for b in range(5)
    for c in range(5)
    for d in range(5)
    if len({a, b, c, d}) == 4
)

_MOST = Family(
    id="math.comparing.rows",
    skill="math.comparing",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "counts": _COUNTS,
        "lengths": ((120, 250, 180, 220), (240, 130, 210, 170), (180, 220, 120, 240)),
        "asked": ("most", "fewest"),
    },
    stem=lambda p: (
        "Which row has the most dots?"
        if p.asked == "most"
        else "One row has the least dots. Which row is it?"
    ),
    key=lambda p: _row_slip(p, 0) or "",
    checker=lambda p, v: all(
        (p.counts[_ROWS.index(v)] - n) * (1 if p.asked == "most" else -1) >= 0 for n in p.counts
    ),
    misconceptions=(
        Slip("looks_at_length", _long_row, "A row can look long or short. Count the dots in it."),
        Slip("second", lambda p: _row_slip(p, 1), "That is close! Count that row one more time."),
        Slip("third", lambda p: _row_slip(p, 2), "Count each row and write the numbers down."),
        Slip("other_end", lambda p: _row_slip(p, 3), "That is just the other end. Read again."),
    ),
    hints=("Do not look at how long the rows are.", "Count each row. Then compare the numbers."),
    steps=lambda p: (
        Step("Count: " + ", ".join(f"{r} {n}" for r, n in zip(_ROWS, p.counts, strict=True)) + "."),
        Step(f"So row {_row_slip(p, 0)} is the one."),
    ),
    form=WORD,
    figure=lambda p: draw.spaced_rows(_rows_told(p), _ROWS, p.counts, p.lengths),
    alt=_rows_told,
)


def _two_rows(p: Params) -> str:
    return f"Row A: {one_by_one(p.kind, p.a)}. Row B: {one_by_one(p.kind, p.b)}."


_HOW_MANY_MORE = Family(
    id="math.comparing.how_many_more",
    skill="math.comparing",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "b": range(2, 9),
        "gap": range(1, 6),
        "kind": ("dot", "star", "square", "triangle"),
    },
    derive=lambda p: {"a": p.b + p.gap},
    where=(lambda p: p.gap != p.b and p.a <= 12,),
    stem="Look at both rows. How many more {kind}s has row A?",
    key=lambda p: p.gap,
    checker=lambda p, v: p.b + v == p.a,
    misconceptions=(
        Slip("counts_long_row", lambda p: p.a, "That is all of row A. How many have no partner?"),
        Slip("counts_short_row", lambda p: p.b, "That is row B. How many more has row A?"),
        Slip("counts_all", lambda p: p.a + p.b, "You put both rows together. Compare them."),
        Slip("one_too_many", lambda p: p.gap + 1, "One too many. Make pairs, then count the rest."),
        Slip("one_too_few", lambda p: p.gap - 1, "One more has no partner. Look at the end."),
    ),
    hints=("Draw a line from each one in A to one in B.", "Which ones in row A have no partner?"),
    steps=(Step("Take the pairs away from row A.", "{a} - {b}", "{gap}"),),
    figure=lambda p: draw.rows(_two_rows(p), p.kind, (p.a, p.b), ("A", "B")),
    alt=_two_rows,
)

FAMILIES = (_SCATTERED, _NEXT, _MOST, _HOW_MANY_MORE)
