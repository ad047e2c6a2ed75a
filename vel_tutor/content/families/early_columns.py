"""Grades 2 and 3: adding and subtracting to 100 and to 1,000."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat


def _tens(p: Params) -> dict[str, int]:
    tens, ones = p.a // 10 * 10 + p.b // 10 * 10, p.a % 10 + p.b % 10
    return {"n": p.a + p.b, "tens": tens, "ones": ones, "a1": p.a % 10, "b1": p.b % 10}


_ADD = Family(
    id="math.add_100.sum",
    skill="math.add_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(14, 80), "b": range(13, 80)},
    derive=_tens,
    where=(lambda p: p.ones > 10 and p.n < 100,),
    stem="What is [[{a} + {b}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.b == p.a,
    misconceptions=(
        Slip(
            "drops_new_ten",
            lambda p: p.n - 10,
            "{a1} + {b1} is {ones}. You wrote the ones and lost the new ten.",
        ),
        Slip(
            "writes_both",
            lambda p: int(f"{p.tens // 10}{p.ones}"),
            "{ones} does not fit into one place. Ten of the ones make a new ten.",
        ),
        Slip("subtracts", lambda p: abs(p.a - p.b), "You took away. The sign says plus."),
        Slip("one_off", lambda p: p.n + 1, "One too many. Add {a1} and {b1} again."),
        Slip("one_short", lambda p: p.n - 1, "One too few. Add {a1} and {b1} again."),
        Slip("ten_twice", lambda p: p.n + 10, "You added the new ten two times."),
    ),
    hints=("Add the tens, then add the ones.", "The ones: {a1} + {b1}. That makes a new ten."),
    steps=(
        Step("The ones:", "{a1} + {b1}", "{ones}"),
        Step("All the tens and these ones:", "{tens} + {ones}", "{n}"),
    ),
)

_FRIENDLY = Family(
    id="math.add_100.friendly",
    skill="math.add_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "a": range(15, 70),
        "near": (19, 29, 39, 18, 28, 38),
        "name": ("Ana", "Leo", "Mia", "Sam"),
    },
    derive=lambda p: {
        "round": -(-p.near // 10) * 10,
        "back": -(-p.near // 10) * 10 - p.near,
        "n": p.a + p.near,
        "first": p.a + -(-p.near // 10) * 10,
    },
    where=(lambda p: p.n < 100 and p.a % 10 > 1,),
    canon=lambda p: (p.a, p.near),
    stem="{name} adds {near} to {a}. First {name} adds {round}, then goes back. Where does"
    " {name} end?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.near == p.a,
    misconceptions=(
        Slip("stops", lambda p: p.first, "That is with {round}. It is {back} too many."),
        Slip("goes_up", lambda p: p.first + p.back, "{round} is more than {near}. So go back."),
        Slip("back_one_more", lambda p: p.n - 1, "You went back too far. Go back {back}."),
        Slip(
            "back_too_little",
            lambda p: p.n + 1 if p.back > 1 else p.n + 2,
            "Go back a bit more: {round} is {back} more than {near}.",
        ),
        Slip("ten_off", lambda p: p.n - 10, "Ten too few. Mind the tens of {round}."),
    ),
    hints=("Is {round} more or less than {near}?", "Work out {a} + {round}. How much too many?"),
    steps=(
        Step("Add the round number.", "{a} + {round}", "{first}"),
        Step("Go back what was too many.", "{first} - {back}", "{n}"),
    ),
)


def _open_ten(p: Params) -> dict[str, int]:
    return {
        "d": p.a - p.b,
        "a1": p.a % 10,
        "b1": p.b % 10,
        "tens": p.b // 10 * 10,
        "mid": p.a - p.b // 10 * 10,
    }


_SUBTRACT = Family(
    id="math.sub_100.difference",
    skill="math.sub_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(31, 100), "b": range(13, 80)},
    derive=_open_ten,
    where=(lambda p: p.d > 5 and p.a1 < p.b1 and p.d != p.b,),
    stem="What is [[{a} - {b}]]?",
    key=lambda p: p.d,
    checker=lambda p, v: v + p.b == p.a,
    misconceptions=(
        Slip(
            "smaller_from_larger",
            lambda p: p.a // 10 * 10 - p.tens + p.b1 - p.a1,
            "You took {a1} from {b1}. Open a ten, then take {b1} away.",
        ),
        Slip("keeps_the_ten", lambda p: p.d + 10, "You opened a ten, so there is one ten less."),
        Slip("adds", lambda p: p.a + p.b, "You added. The sign says minus."),
        Slip("one_off", lambda p: p.d + 1, "One too many. Check it: add {b} to your number."),
        Slip("one_short", lambda p: p.d - 1, "One too few. Check it: add {b} to your number."),
        Slip("ten_short", lambda p: p.d - 10 if p.d > 10 else None, "One ten too few. Try again."),
    ),
    hints=("Take away the tens of {b} first.", "{a} take away {tens} is {mid}. Now the {b1}."),
    steps=(
        Step("Take away the tens.", "{a} - {tens}", "{mid}"),
        Step("Take away the ones.", "{mid} - {b1}", "{d}"),
    ),
)

_UP = Family(
    id="math.sub_100.count_up",
    skill="math.sub_100",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "b": range(12, 90),
        "a": range(30, 101),
        "what": ("book", "map", "list", "card game", "song book"),
    },
    derive=lambda p: {
        "d": p.a - p.b,
        "up": 10 - p.b % 10,
        "ten": p.b + 10 - p.b % 10,
        "rest": p.a - p.b - 10 + p.b % 10,
    },
    where=(lambda p: p.b % 10 > 3 and p.rest > 3 and p.d != p.b,),
    canon=lambda p: (p.a, p.b),
    stem="A {what} has {a} pages. You are on page {b}. How many pages are still to come?",
    key=lambda p: p.d,
    checker=lambda p, v: p.b + v == p.a,
    misconceptions=(
        Slip("adds", lambda p: p.a + p.b, "The {what} has {a} pages in all, so it is less."),
        Slip("keeps_the_ten", lambda p: p.d + 10, "Ten too many. Count up from {b} by steps."),
        Slip("one_more", lambda p: p.d + 1, "You counted page {b}, too. It is not still to come."),
        Slip("done", lambda p: p.b, "{b} pages are done. How many are still to come?"),
        Slip("to_the_ten", lambda p: p.up, "That takes you to page {ten}. Go on to {a}."),
    ),
    hints=("Count up from {b} to the next ten.", "From {ten}, how far is it to {a}?"),
    steps=(
        Step("Up to the next ten:", "{ten} - {b}", "{up}"),
        Step("From there to the end:", "{a} - {ten}", "{rest}"),
        Step("Together:", "{up} + {rest}", "{d}"),
    ),
)


def _no_carry(a: int, b: int) -> int:
    """Adds each place for itself and drops what would be carried."""
    return sum((a // unit + b // unit) % 10 * unit for unit in (1, 10, 100))


_ADD_1000 = Family(
    id="math.add_1000.sum",
    skill="math.add_1000",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(126, 790), "b": range(117, 790)},
    derive=lambda p: {
        "n": p.a + p.b,
        "ones": p.a % 10 + p.b % 10,
        "tens": (p.a // 10 % 10 + p.b // 10 % 10) * 10,
        "hundreds": (p.a // 100 + p.b // 100) * 100,
    },
    where=(lambda p: p.n < 1000 and p.ones > 9 and p.tens + p.ones > 99,),
    stem="What is [[{a} + {b}]]?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.a == p.b,
    misconceptions=(
        Slip(
            "never_carries",
            lambda p: _no_carry(p.a, p.b),
            "You added each place, but lost the new tens and hundreds.",
        ),
        Slip("loses_hundred", lambda p: p.n - 100, "Your tens make a new hundred. Carry it."),
        Slip("loses_ten", lambda p: p.n - 10, "Your ones make a new ten. Carry it."),
        Slip("one_over", lambda p: p.n + 1, "One too many. Add the ones again."),
        Slip("subtracts", lambda p: abs(p.a - p.b), "You took away. The sign says plus."),
    ),
    hints=("Start with the ones. Do they make a new ten?", "Then add the tens and carry again."),
    steps=(
        Step("Hundreds, tens and ones:", "{hundreds} + {tens} + {ones}", "{n}"),
        Step("That is the sum.", "{a} + {b}", "{n}"),
    ),
)


def _turned_round(a: int, b: int) -> int:
    """Takes the smaller digit from the larger in every place."""
    return sum(abs(a // unit % 10 - b // unit % 10) * unit for unit in (1, 10, 100))


_SUB_1000 = Family(
    id="math.add_1000.difference",
    skill="math.add_1000",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"h": range(3, 10), "o": range(9), "b": range(115, 890)},
    derive=lambda p: {
        "a": 100 * p.h + p.o,
        "d": 100 * p.h + p.o - p.b,
        "up": 100 - p.b % 100,
        "hundred": p.b + 100 - p.b % 100,
        "rest": 100 * p.h + p.o - p.b - 100 + p.b % 100,
    },
    where=(lambda p: p.d > 20 and p.b % 10 > p.o and p.b % 100 > 10 and p.rest > 0,),
    stem="What is [[{a} - {b}]]?",
    key=lambda p: p.d,
    checker=lambda p, v: v + p.b == p.a,
    misconceptions=(
        Slip(
            "turns_digits_round",
            lambda p: _turned_round(p.a, p.b),
            "In each place you took the smaller digit from the larger. Open a hundred first.",
        ),
        Slip("keeps_the_hundred", lambda p: p.d + 100, "You opened a hundred. Now it is one less."),
        Slip(
            "skips_the_zero",
            lambda p: p.d + 10,
            "The 0 became 10 tens, and one of them was opened for the ones. So 9 tens are there.",
        ),
        Slip("adds", lambda p: p.a + p.b, "You added. The sign says minus."),
        Slip("one_over", lambda p: p.d + 1, "One too many. Check it: add {b} to your number."),
    ),
    hints=(
        "There are no tens to open. Open a hundred first.",
        "Or count up from {b} to {hundred}.",
    ),
    steps=(
        Step("Count up to the next hundred.", "{hundred} - {b}", "{up}"),
        Step("From there to {a}:", "{a} - {hundred}", "{rest}"),
        Step("Together:", "{up} + {rest}", "{d}"),
    ),
)

FAMILIES = (_ADD, _FRIENDLY, _SUBTRACT, _UP, _ADD_1000, _SUB_1000)
