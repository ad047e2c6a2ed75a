"""Grade 3: magnets, melting and freezing."""

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

# --- magnets in a row -----------------------------------------------------------------------------

_POLES = ("N", "S")
_ACTS = ("pull together", "push apart")


def _row_of_magnets(p: Params) -> dict[str, object]:
    """Three magnets; one end is known, the rest follows from how they act on each other."""
    ends: list[str] = []
    for turn in p.turns:
        ends += [_POLES[turn], _POLES[1 - turn]]
    acts = tuple(_ACTS[ends[at] == ends[at + 1]] for at in (1, 3))
    marks = ("1", "2", "3", "4", "5", "6")
    shown = [ends[at] if at == p.known else marks[at] for at in range(6)]
    return {
        "ends": tuple(ends),
        "acts": acts,
        "shown": tuple(shown),
        "one": p.asked + 1,
        "first": acts[0],
        "last": acts[1],
    }


def _other(pole: str) -> str:
    return _POLES[1 - _POLES.index(pole)]


def _walked(p: Params) -> str:
    """The pole that is asked for, found by walking from the known end to it."""
    pole, at = p.ends[p.known], p.known
    step = 1 if p.asked > p.known else -1
    while at != p.asked:
        inside = min(at, at + step) % 2 == 0
        together = inside or p.acts[min(at, at + step) // 2] == "pull together"
        pole, at = (_other(pole) if together else pole), at + step
    return pole


def _in_turn(p: Params, known: int) -> tuple[str, str]:
    """The poles if they simply took turns along the row."""
    pole = p.ends[known] if (p.asked - known) % 2 == 0 else _other(p.ends[known])
    return pole, _other(pole)


def _magnet_words(p: Params) -> str:
    return "Three magnets in a row with the ends " + ", ".join(p.shown) + "."


_TURNS = tuple((a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1))

_MAGNETS = Family(
    id="science.magnets.row",
    skill="science.magnets",
    grade=3,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={"turns": _TURNS, "known": range(6), "asked": range(6)},
    derive=_row_of_magnets,
    where=(lambda p: p.known // 2 != p.asked // 2,),
    stem=(
        "The first two magnets {first}. The last two {last}. End {one} is the pole ___. Turn its"
        " magnet around: that end now {touches}."
    ).replace("{touches}", "is the pole ___"),
    gaps=lambda p: (_POLES, _POLES),
    key=lambda p: (p.ends[p.asked], _other(p.ends[p.asked])),
    checker=lambda p, v: v[0] == _walked(p) and v[1] != v[0],
    misconceptions=(
        Slip(
            "always_in_turn",
            lambda p: _in_turn(p, p.known),
            "You went N, S, N, S. Look which magnets push apart: those ends are alike.",
        ),
        Slip(
            "like_pulls",
            lambda p: (_other(p.ends[p.asked]), p.ends[p.asked]),
            "Ends that are alike push apart. Ends that differ pull together.",
        ),
        Slip(
            "turning_keeps",
            lambda p: (p.ends[p.asked],) * 2,
            "When a magnet is turned, its two ends change places.",
        ),
        Slip(
            "one_kind_of_magnet",
            lambda p: (_other(p.ends[p.asked]),) * 2,
            "Every magnet has one end N and one end S. Go from end to end.",
        ),
    ),
    hints=(
        "Every magnet has one end N and one end S.",
        "Ends that pull together differ. Ends that push apart are alike.",
    ),
    steps=lambda p: (
        Step(
            f"The known end is {p.ends[p.known]}. The other end of that magnet is"
            f" {_other(p.ends[p.known])}."
        ),
        Step(f"Going on from end to end, end {p.one} is {p.ends[p.asked]}."),
        Step("Turned around, the magnet shows its other pole there."),
    ),
    form=TEXT,
    figure=lambda p: drawn.magnets(_magnet_words(p), p.shown),
    alt=_magnet_words,
)

# --- solid or liquid ------------------------------------------------------------------------------

_MELTS = {
    "butter": 32,
    "chocolate": 34,
    "candle wax": 55,
    "coconut oil": 25,
    "ice cream": -3,
    "beeswax": 63,
    "lard": 40,
    "cocoa butter": 35,
    "stearin": 55,
}  # fmt: skip
_STATES = ("solid", "liquid")
_CHANGED = ("turned liquid", "turned solid", "did not turn")


def _state(melts: int, degrees: int) -> str:
    return _STATES[degrees > melts]


def _change(first: str, second: str) -> str:
    if first == second:
        return _CHANGED[2]
    return _CHANGED[0] if second == "liquid" else _CHANGED[1]


def _states(p: Params, *, flip: bool = False, later: int | None = None) -> tuple[str, ...]:
    pair = [_state(p.melts, p.early), _state(p.melts, p.late if later is None else later)]
    pair = [_STATES[1 - _STATES.index(state)] for state in pair] if flip else pair
    return (*pair, _change(*pair))


_MELTING = Family(
    id="science.changes.melting",
    skill="science.changes",
    grade=3,
    format=ItemFormat.CLOZE,
    time_s=45,
    params={"stuff": tuple(_MELTS), "early": range(-12, 78, 5), "late": range(-12, 78, 5)},
    derive=lambda p: {"melts": _MELTS[p.stuff]},
    where=(lambda p: p.early != p.late and min(abs(p.early - p.melts), abs(p.late - p.melts)) > 2,),
    stem=(
        "Some {stuff} melts at {melts} °C. At nine it is {early} °C, so the {stuff} is ___."
        " At ten it"
        " is {late} °C, so it is ___. In that hour it ___."
    ),
    gaps=lambda p: (_STATES, _STATES, _CHANGED),
    key=_states,
    checker=lambda p, v: (
        (v[0] == "solid") == (p.early < p.melts)
        and (v[1] == "solid") == (p.late < p.melts)
        and v[2] == _change(v[0], v[1])
    ),
    misconceptions=(
        Slip(
            "cold_is_liquid",
            lambda p: _states(p, flip=True),
            "Below {melts} °C it is solid, above it is liquid.",
        ),
        Slip(
            "never_changes",
            lambda p: _states(p, later=p.early),
            "Compare the second temperature with {melts} °C as well.",
        ),
        Slip(
            "warmer_means_melted",
            lambda p: (*_states(p)[:2], _CHANGED[0]) if p.late > p.early else None,
            "It got warmer, but did it pass {melts} °C on the way?",
        ),
        Slip(
            "colder_means_froze",
            lambda p: (*_states(p)[:2], _CHANGED[1]) if p.late < p.early else None,
            "It got colder, but did it pass {melts} °C on the way?",
        ),
    ),
    hints=(
        "Compare each temperature with the one at which it melts.",
        "Warmer than that means liquid. Colder means solid.",
    ),
    steps=lambda p: (
        Step(
            f"{p.early} °C is {'above' if p.early > p.melts else 'below'} {p.melts} °C:"
            f" {_states(p)[0]}."
        ),
        Step(
            f"{p.late} °C is {'above' if p.late > p.melts else 'below'} {p.melts} °C:"
            f" {_states(p)[1]}."
        ),
    ),
    form=TEXT,
)

FAMILIES = (_MAGNETS, _MELTING)
