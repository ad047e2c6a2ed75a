"""Grade 4: factors, multiples and primes; patterns that follow a rule."""

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WHOLE
from vel_tutor.vocabulary import ItemFormat

_FACTOR = Family(
    id="math.factors.pick",
    skill="math.factors",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"f": range(3, 13), "q": range(3, 17)},
    derive=lambda p: {"n": p.f * p.q, "end": p.f * p.q % 10, "twice": 2 * p.f * p.q},
    where=(lambda p: p.n > 17,),
    stem="Which number is a factor of {n}?",
    key=lambda p: p.f,
    checker=lambda p, v: v > 0 and any(v * times == p.n for times in range(1, p.n + 1)),
    misconceptions=(
        Slip(
            "multiple", lambda p: p.twice, "{twice} is a multiple of {n}. A factor goes into {n}."
        ),
        Slip("last_digit", lambda p: p.end, "The last digit alone does not tell. Try to divide."),
        Slip(
            "one_above",
            lambda p: p.f + 1,
            lambda p: f"{p.n} divided by {p.f + 1} leaves a remainder.",
        ),
        Slip(
            "one_below",
            lambda p: p.f - 1,
            lambda p: f"Try it: {p.f - 1} does not go into {p.n} without a rest.",
        ),
        Slip(
            "two_above",
            lambda p: p.q + 2,
            lambda p: f"Count by {p.q + 2}. You will jump over {p.n}.",
        ),
        Slip(
            "two_below",
            lambda p: p.q - 2,
            lambda p: f"Count by {p.q - 2}. You do not land on {p.n}.",
        ),
        Slip(
            "sum_of_factors",
            lambda p: p.f + p.q,
            lambda p: f"{p.f + p.q} is a sum of two factors. It does not go into {p.n} itself.",
        ),
    ),
    hints=(
        "A factor of {n} goes into it with no remainder.",
        "Try each: can you count to {n} by it?",
    ),
    steps=(
        Step("This goes into it evenly:", "{n} ÷ {f}", "{q}"),
        Step("So it fits.", "{n} ÷ {q}", "{f}"),
    ),
)


def _between(k: int, wrong: int) -> str:
    low = wrong // k * k
    return f"{low} and {low + k} are multiples of {k}, and {wrong} is between them."


_MULTIPLE = Family(
    id="math.factors.multiple",
    skill="math.factors",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"k": range(3, 13), "q": range(4, 16), "t": range(2, 12), "u": range(1, 10)},
    derive=lambda p: {"n": p.k * p.q, "alike": 10 * p.t + p.k % 10, "front": 10 * p.k + p.u},
    stem="Which number is a multiple of {k}?",
    key=lambda p: p.n,
    checker=lambda p, v: v in range(0, 2000, p.k),
    misconceptions=(
        Slip("ends_alike", lambda p: p.alike, lambda p: _between(p.k, p.alike)),
        Slip("begins_alike", lambda p: p.front, lambda p: _between(p.k, p.front)),
        Slip("one_above", lambda p: p.n + 1, lambda p: _between(p.k, p.n + 1)),
        Slip("one_below", lambda p: p.n - 1, lambda p: _between(p.k, p.n - 1)),
        Slip("ten_above", lambda p: p.n + 10, lambda p: _between(p.k, p.n + 10)),
        Slip(
            "ten_below", lambda p: p.n - 10 if p.n > 15 else None, lambda p: _between(p.k, p.n - 10)
        ),
        Slip("sum", lambda p: p.k + p.q, lambda p: _between(p.k, p.k + p.q)),
    ),
    hints=(
        "A multiple of {k} is {k} times some number.",
        "Divide each one by {k}. Is there a rest?",
    ),
    steps=(Step("This is {k} times a whole number.", "{k} * {q}", "{n}"),),
)

_PRIMES = tuple(n for n in range(11, 98) if all(n % k for k in range(2, 10)))

_PRIME = Family(
    id="math.factors.prime",
    skill="math.factors",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "n": _PRIMES,
        "a": (9, 11, 13, 17, 19, 23, 27, 29, 31),
        "b": (7, 11, 13),
        "c": (5, 7, 9, 11, 13, 17, 19),
        "d": (11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47),
    },
    derive=lambda p: {"three": 3 * p.a, "seven": 7 * p.b, "five": 5 * p.c, "two": 2 * p.d},
    stem="Which number is prime?",
    key=lambda p: p.n,
    checker=lambda p, v: [k for k in range(1, v + 1) if v % k == 0] == [1, v],
    misconceptions=(
        Slip("odd_so_prime", lambda p: p.three, "{three} is odd, but it is 3 times {a}."),
        Slip("no_small_factor", lambda p: p.seven, "{seven} looks prime, but it is 7 times {b}."),
        Slip("ends_in_five", lambda p: p.five, "{five} ends in 5, so it is 5 times {c}."),
        Slip("even", lambda p: p.two, "{two} is even, so it is 2 times {d}."),
    ),
    hints=("A prime has just two factors: 1 and itself.", "Try to divide by 2, 3, 5 and 7."),
    steps=(Step("Only 1 and the number itself go into it.", "1 * {n}", "{n}"),),
    form=WHOLE,
)


def _ordinal(n: int) -> str:
    return f"{n}th"


_TERM = Family(
    id="math.rules.term",
    skill="math.rules",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(2, 30), "d": range(3, 13), "n": range(5, 11)},
    derive=lambda p: {
        "b": p.a + p.d,
        "c": p.a + 2 * p.d,
        "jumps": p.n - 1,
        "way": (p.n - 1) * p.d,
        "x": p.a + (p.n - 1) * p.d,
        "place": _ordinal(p.n),
    },
    where=(lambda p: p.a != p.d,),
    stem="A pattern goes {a}, {b}, {c}, and so on by the same rule. What is its {place} number?",
    key=lambda p: p.x,
    checker=lambda p, v: v in range(p.a, 400, p.d) and len(range(p.a, v, p.d)) == p.n - 1,
    misconceptions=(
        Slip(
            "one_jump_too_many",
            lambda p: p.a + p.n * p.d,
            "To the {place} number it is {jumps} jumps, since you start on the first one.",
        ),
        Slip("starts_at_zero", lambda p: p.n * p.d, "The pattern starts at {a}, not at {d}."),
        Slip("forgets_start", lambda p: p.way, "Those are the jumps. Add them to {a}."),
        Slip("next_only", lambda p: p.c + p.d, "That is the fourth number. Go on to the {place}."),
        Slip("jump_too_few", lambda p: p.x - p.d, "One jump is missing. It takes {jumps} jumps."),
        Slip(
            "counts_from_third",
            lambda p: p.c + p.n * p.d,
            "You made {n} jumps from {c}. It takes {jumps} from {a}.",
        ),
    ),
    hints=("How far is one jump?", "How many jumps of {d} is it from the first to the {place}?"),
    steps=(
        Step("One jump:", "{b} - {a}", "{d}"),
        Step("All the jumps:", "{jumps} * {d}", "{way}"),
        Step("Start at {a}.", "{a} + {way}", "{x}"),
    ),
)

_INS = ((2, 3, 5, 8), (1, 2, 4, 7), (3, 4, 6, 9), (2, 4, 5, 10), (3, 5, 6, 12))


def _rule(p: Params) -> dict[str, object]:
    outs = [p.k * x if p.op == "*" else p.k + x for x in p.ins]
    return {
        "outs": outs,
        "x": p.ins[3],
        "y": outs[3],
        "in1": p.ins[0],
        "out1": outs[0],
        "out3": outs[2],
        "jump": outs[2] - outs[1],
        "gap": outs[0] - p.ins[0],
        "word": f"times {p.k}" if p.op == "*" else f"plus {p.k}",
    }


def _rule_told(p: Params) -> str:
    pairs = ", ".join(f"{x} to {y}" for x, y in zip(p.ins[:3], p.outs[:3], strict=True))
    return f"A table with numbers in and out: {pairs}, and {p.x} to a gap."


_TABLE = Family(
    id="math.rules.table",
    skill="math.rules",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"ins": _INS, "k": range(2, 20), "op": ("*", "+")},
    derive=_rule,
    where=(lambda p: (p.op == "+" and p.k > 3) or (p.op == "*" and p.k < 13),),
    stem="Each number goes in, and one comes out by the same rule. What comes out for {x}?",
    key=lambda p: p.y,
    checker=lambda p, v: (
        v - p.x == p.outs[1] - p.ins[1]
        if p.outs[1] - p.ins[1] == p.gap
        else v * p.in1 == p.x * p.out1
    ),
    misconceptions=(
        Slip(
            "adds_last_jump",
            lambda p: p.out3 + p.jump,
            "You went on in the lower row. Go down instead.",
        ),
        Slip(
            "adds_one", lambda p: p.out3 + 1, "Look how each top number turns into the one below."
        ),
        Slip(
            "plus_for_times",
            lambda p: p.x + p.gap if p.op == "*" else None,
            "Plus {gap} fits {in1}, but not the next pair. Try another rule.",
        ),
        Slip(
            "times_for_plus",
            lambda p: p.x * (p.out1 // p.in1) if p.op == "+" else None,
            "Times does not fit all pairs. Try a rule with plus.",
        ),
        Slip("copies_out", lambda p: p.out3, "That is what comes out for another number."),
        Slip("one_off", lambda p: p.y + 1, "Close, but one too many. Use the rule again."),
    ),
    hints=("What turns {in1} into {out1}?", "Does your rule fit the second pair, too?"),
    steps=lambda p: (
        Step(f"The rule that fits all pairs is: {p.word}."),
        Step(f"Use it on {p.x}.", f"{p.x} {p.op} {p.k}", f"{p.y}"),
    ),
    figure=lambda p: figures.table(_rule_told(p), ("in", *p.ins), ("out", *p.outs[:3], "?")),
    alt=_rule_told,
)

_TWO_RULES = Family(
    id="math.rules.two_rules",
    skill="math.rules",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"d": range(2, 8), "k": range(2, 6), "n": range(5, 10), "a": range(4)},
    derive=lambda p: {
        "e": p.d * p.k,
        "x": p.a + p.d * (p.n - 1),
        "y": p.a + p.d * p.k * (p.n - 1),
        "gap": p.d * (p.k - 1) * (p.n - 1),
        "jumps": p.n - 1,
        "place": _ordinal(p.n),
        "more": p.d * (p.k - 1),
    },
    where=(lambda p: p.d != p.e,),
    stem="Two patterns start at {a}. One adds {d} each time, the other adds {e}. How far apart are"
    " their {place} numbers?",
    key=lambda p: p.gap,
    checker=lambda p, v: p.x + v == p.y,
    misconceptions=(
        Slip("one_jump", lambda p: p.more, "That is how far apart they are after one jump."),
        Slip("jump_too_many", lambda p: p.more * p.n, "To the {place} number it is {jumps} jumps."),
        Slip("other_number", lambda p: p.y, "That is the {place} number of the second pattern."),
        Slip("first_number", lambda p: p.x, "That is the {place} number of the first pattern."),
        Slip("adds", lambda p: p.x + p.y, "You added the two numbers. How far apart are they?"),
        Slip(
            "jump_too_few", lambda p: p.more * (p.n - 2), "One jump is missing. It takes {jumps}."
        ),
    ),
    hints=(
        "How much further apart do they get with each jump?",
        "It takes {jumps} jumps to get to the {place} number.",
    ),
    steps=(
        Step("With each jump they move apart by:", "{e} - {d}", "{more}"),
        Step("After {jumps} jumps:", "{jumps} * {more}", "{gap}"),
    ),
)

FAMILIES = (_FACTOR, _MULTIPLE, _PRIME, _TERM, _TABLE, _TWO_RULES)
