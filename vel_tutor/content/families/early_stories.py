"""Grades 1 and 2: stories that ask for a sum or a difference."""

from vel_tutor.content.families.early_words import NAMES, THINGS
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_START_UNKNOWN = Family(
    id="math.stories_20.start",
    skill="math.stories_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "a": range(3, 14),
        "b": range(2, 10),
        "name": NAMES,
        "what": THINGS,
        "turn": ("gets", "gives"),
    },
    derive=lambda p: {"n": p.a + p.b if p.turn == "gets" else p.a - p.b},
    where=(lambda p: 2 <= p.n <= 20 and p.n != p.b and p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.turn, p.what),
    stem=lambda p: (
        f"{p.name} has some {p.what}. {p.name} gets {p.b} more. Now there are {p.n}."
        " How many were there at first?"
        if p.turn == "gets"
        else f"{p.name} has some {p.what}. {p.name} gives {p.b} to a friend. Now {p.n} are left."
        " How many were there at first?"
    ),
    key=lambda p: p.a,
    checker=lambda p, v: v + (p.b if p.turn == "gets" else -p.b) == p.n,
    misconceptions=(
        Slip(
            "follows_the_word",
            lambda p: p.n + p.b if p.turn == "gets" else abs(p.n - p.b),
            "Go back in time: what was it before {name} {turn} the {b}?",
        ),
        Slip("says_the_end", lambda p: p.n, "{n} is how many there are now. Go back to the start."),
        Slip("says_the_change", lambda p: p.b, "{b} is what {name} {turn}. How many at first?"),
        Slip("one_over", lambda p: p.a + 1, "One too many. Try it: tell the story with {n} again."),
        Slip("one_short", lambda p: p.a - 1, "One too few. Tell the story once more to check."),
    ),
    hints=("Draw what there is at the end: {n}.", "Now undo the change with the {b}."),
    steps=lambda p: (
        Step("Undo the change.", f"{p.n} {'-' if p.turn == 'gets' else '+'} {p.b}", f"{p.a}"),
    ),
)

_COMPARE = Family(
    id="math.stories_20.compare",
    skill="math.stories_20",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "a": range(4, 13),
        "gap": range(2, 9),
        "pair": tuple((x, y) for x in NAMES[:5] for y in NAMES[4:] if x != y),
        "what": THINGS,
        "word": ("more", "fewer"),
    },
    derive=lambda p: {
        "one": p.pair[0],
        "two": p.pair[1],
        "n": p.a + p.gap if p.word == "more" else p.a - p.gap,
        "sign": "+" if p.word == "more" else "-",
    },
    where=(lambda p: 1 < p.n <= 20 and p.a not in (p.gap, p.n),),
    canon=lambda p: (p.a, p.gap, p.word, p.what),
    stem="{one} has {a} {what}. {two} has {gap} {word} than {one}. How many has {two}?",
    key=lambda p: p.n,
    checker=lambda p, v: abs(v - p.a) == p.gap and (v > p.a) == (p.word == "more"),
    misconceptions=(
        Slip(
            "other_way",
            lambda p: p.a - p.gap if p.word == "more" else p.a + p.gap,
            "{two} has {word}. Does your number fit that?",
        ),
        Slip("the_gap", lambda p: p.gap, "{gap} is how many {word}. How many has {two} in all?"),
        Slip("the_first", lambda p: p.a, "{one} has {a}. {two} does not have the same."),
        Slip("both", lambda p: p.a + p.n, "That is both of them. Just tell how many {two} has."),
        Slip("one_over", lambda p: p.n + 1, "One too many. Go {gap} steps from {a}."),
        Slip("one_short", lambda p: p.n - 1, "One too few. Go {gap} steps from {a}."),
    ),
    hints=("Who has more of them?", "Start at {a} and go {gap} steps. Which way?"),
    steps=(Step("{two} has {gap} {word}.", "{a} {sign} {gap}", "{n}"),),
)


def _shop(p: Params) -> dict[str, int]:
    return {"left": p.n - p.b, "end": p.n - p.b + p.c}


_TWO_CHANGES = Family(
    id="math.stories_100.bus",
    skill="math.stories_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "n": range(21, 60),
        "b": range(4, 20),
        "c": range(3, 20),
        "place": ("bus", "train", "boat", "hall", "park"),
    },
    derive=_shop,
    where=(lambda p: p.left > p.c and p.b != p.c,),
    stem="{n} people are in the {place}. {b} get out and {c} get in. How many are there now?",
    key=lambda p: p.end,
    checker=lambda p, v: v - p.c + p.b == p.n,
    misconceptions=(
        Slip("stops_half_way", lambda p: p.left, "That is after {b} got out. Then {c} get in."),
        Slip("adds_all", lambda p: p.n + p.b + p.c, "{b} people get out. That makes it fewer."),
        Slip("takes_both", lambda p: p.n - p.b - p.c, "{c} people get in. That makes it more."),
        Slip("turns_around", lambda p: p.n + p.b - p.c, "You mixed up who gets out and who in."),
        Slip("ten_off", lambda p: p.end + 10, "That is ten too many. Mind the tens."),
    ),
    hints=("Tell the story in two parts.", "{b} get out: now there are {left}."),
    steps=(
        Step("{b} get out.", "{n} - {b}", "{left}"),
        Step("{c} get in.", "{left} + {c}", "{end}"),
    ),
)

_MISSING = Family(
    id="math.stories_100.missing_part",
    skill="math.stories_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "n": range(31, 100),
        "a": range(12, 80),
        "what": (
            ("books in a box", "thick", "thin"),
            ("hats in a shop", "red", "blue"),
            ("cows on a farm", "brown", "white"),
            ("kids at a camp", "inside", "outside"),
            ("cups on a shelf", "big", "small"),
        ),
    },
    derive=lambda p: {
        "b": p.n - p.a,
        "who": p.what[0],
        "noun": p.what[0].split()[0],
        "this": p.what[1],
        "that": p.what[2],
    },
    where=(lambda p: p.b > 8 and p.b != p.a and p.n % 10 < p.a % 10,),
    stem="There are {n} {who}. {a} are {this}. The rest are {that}. How many are {that}?",
    key=lambda p: p.b,
    checker=lambda p, v: v + p.a == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.a, "{n} is all the {noun}. The {this} ones are part of it."),
        Slip(
            "smaller_from_larger",
            lambda p: p.n // 10 * 10 - p.a // 10 * 10 + p.a % 10 - p.n % 10,
            "You turned the ones around. Open a ten to take {a} away.",
        ),
        Slip("ten_too_many", lambda p: p.b + 10, "You opened a ten, so one ten less is left."),
        Slip("copies", lambda p: p.a, "{a} are {this}. How many are the others?"),
        Slip("one_over", lambda p: p.b + 1, "One too many. Check: add {a} and your number."),
    ),
    hints=("{n} is the whole. One part is {a}.", "Count up from {a} to {n}."),
    steps=(Step("Take the part you know from the whole.", "{n} - {a}", "{b}"),),
)

FAMILIES = (_START_UNKNOWN, _COMPARE, _TWO_CHANGES, _MISSING)
