"""Division: with a remainder, in stories, and as the way back from multiplication."""

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import REMAINDER
from vel_tutor.vocabulary import ItemFormat

_REMAINDER = Family(
    id="math.division.remainder",
    skill="math.division",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"d": range(3, 10), "q": range(11, 60), "r": range(1, 9)},
    derive=lambda p: {"n": p.d * p.q + p.r, "most": p.d * p.q},
    where=(lambda p: p.r < p.d,),
    stem="What is [[{n} ÷ {d}]] with a remainder?",
    key=lambda p: (p.q, p.r),
    checker=lambda p, v: v[0] * p.d + v[1] == p.n and 0 <= v[1] < p.d,
    misconceptions=(
        Slip(
            "big_remainder",
            lambda p: (p.q - 1, p.r + p.d),
            "What is left is more than {d}, so one more {d} fits in.",
        ),
        Slip("swapped", lambda p: (p.r, p.q), "You swapped the two. First how often, then R."),
        Slip("drops_rest", lambda p: (p.q, 0), "{d} times {q} is only {most}. Something is left."),
        Slip(
            "rest_to_next",
            lambda p: (p.q, p.d - p.r),
            "You counted what is missing to the next {d}. Count what is left over.",
        ),
        Slip(
            "goes_over",
            lambda p: (p.q + 1, p.d - p.r),
            "{d} does not fit in that often: it would come to more than {n}.",
        ),
    ),
    hints=(
        "How many times does {d} fit into {n} without going over?",
        "Multiply back, then see how much of {n} is left.",
    ),
    steps=(
        Step("This is the most that fits.", "{d} * {q}", "{most}"),
        Step("So it fits this many times.", "{most} ÷ {d}", "{q}"),
        Step("This much is left over.", "{n} - {most}", "{r}"),
    ),
    form=REMAINDER,
)

_BUSES = Family(
    id="math.division.round_up",
    skill="math.division_stories",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "d": range(4, 13),
        "q": range(4, 25),
        "r": range(1, 12),
        "story": (
            ("children go on a boat trip", "boat", "boats", "seats"),
            ("eggs must be packed", "box", "boxes", "places"),
            ("guests come to dinner", "table", "tables", "chairs"),
            ("books must be put away", "shelf", "shelves", "spaces"),
        ),
    },
    derive=lambda p: {
        "n": p.d * p.q + p.r,
        "full": p.d * p.q,
        "up": p.q + 1,
        "deed": p.story[0],
        "one": p.story[1],
        "many": p.story[2],
        "spots": p.story[3],
    },
    where=(lambda p: p.r < p.d,),
    stem="{n} {deed}. Each {one} has {d} {spots}. How many {many} are needed for all of them?",
    key=lambda p: p.up,
    checker=lambda p, v: v * p.d >= p.n > (v - 1) * p.d,
    misconceptions=(
        Slip(
            "leaves_some_out",
            lambda p: p.q,
            "{q} {many} hold only {full}. The {r} left over need a place too.",
        ),
        Slip("remainder", lambda p: p.r, "{r} is what is left over, not the number of {many}."),
        Slip("subtracts", lambda p: p.n - p.d, "You took {d} away. Make groups of {d} instead."),
        Slip(
            "adds_remainder",
            lambda p: p.q + p.r,
            "The {r} left over do not need a {one} each. They fit into one.",
        ),
        Slip("multiplies", lambda p: p.n * p.d, "You multiplied. Far fewer {many} than {n} do."),
    ),
    hints=(
        "Make groups of {d} until everything has a place.",
        "{q} full groups use up {full}. Is anything left over?",
    ),
    steps=(
        Step("So many are in the full ones.", "{d} * {q}", "{full}"),
        Step("These are left over.", "{n} - {full}", "{r}"),
        Step("They need one more {one}.", "{q} + 1", "{up}"),
    ),
    unit="{many}",
)

_MISSING = Family(
    id="math.multiply.missing_factor",
    skill="math.facts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={
        "a": range(3, 13),
        "b": range(3, 13),
        "thing": ("plate", "tray", "shelf mat", "card", "table"),
        "what": ("plums", "marbles", "seeds", "stamps", "beads"),
    },
    derive=lambda p: {"n": p.a * p.b},
    where=(lambda p: p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.what),
    stem="Mia has {n} {what}. She puts {a} on each {thing}. How many {thing}s does she need?",
    key=lambda p: p.b,
    checker=lambda p, v: sum(p.a for _ in range(int(v))) == p.n,
    misconceptions=(
        Slip("subtracts", lambda p: p.n - p.a, "You took {a} away once. How often can you do it?"),
        Slip("multiplies", lambda p: p.n * p.a, "You multiplied. The {n} are shared out."),
        Slip("adds", lambda p: p.n + p.a, "You added. Make groups of {a} out of the {n}."),
        Slip("one_more", lambda p: p.b + 1, "Almost: count the groups of {a} again, one less."),
        Slip("one_less", lambda p: p.b - 1, "Almost: one group of {a} is still missing."),
    ),
    hints=("How many groups of {a} are in {n}?", "Count up by {a} until you reach {n}."),
    steps=(Step("Split {n} into groups of {a}.", "{n} ÷ {a}", "{b}"),),
)

FAMILIES = (_REMAINDER, _BUSES, _MISSING)
