"""Grade 2: skip counting, even and odd, counting coins."""

import re

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WHOLE
from vel_tutor.vocabulary import ItemFormat


def _jumps(p: Params) -> dict[str, object]:
    a, jump = p.start * p.step + p.off, p.turn * p.step
    return {
        "a": a,
        "b": a + jump,
        "c": a + 2 * jump,
        "d": a + 3 * jump,
        "sign": "+" if p.turn > 0 else "-",
    }


_NEXT = Family(
    id="math.skip_count.next",
    skill="math.skip_count",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={
        "step": (2, 3, 4, 5, 10, 20, 50, 100),
        "start": range(20),
        "off": (0, 0, 1, 3),
        "turn": (1, 1, -1),
    },
    derive=_jumps,
    where=(lambda p: 0 < p.d < 1000,),
    stem="Count on: {a}, {b}, {c}. What comes next?",
    key=lambda p: p.d,
    checker=lambda p, v: v - p.c == p.c - p.b,
    misconceptions=(
        Slip("by_one", lambda p: p.c + p.turn, "You went one step. The jumps are larger here."),
        Slip("says_last", lambda p: p.c, "{c} is there now. Make one more jump."),
        Slip("two_jumps", lambda p: p.d + p.turn * p.step, "That is two jumps. Make just one."),
        Slip("other_way", lambda p: p.b, "You went back to {b}. Go on from {c}."),
        Slip("by_ten", lambda p: p.c + p.turn * 10, "You jumped by ten. How far is {a} from {b}?"),
    ),
    hints=("How far is it from one number to the next?", "Jump just as far from {c}."),
    steps=(
        Step("Each jump is {step} long."),
        Step("One more jump:", "{c} {sign} {step}", "{d}"),
    ),
)

_GAP = Family(
    id="math.skip_count.gap",
    skill="math.skip_count",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "step": (2, 3, 4, 5, 10, 20, 25, 50),
        "start": range(1, 20),
        "off": (0, 0, 1, 2),
        "turn": (1, -1),
    },
    derive=_jumps,
    where=(lambda p: 0 < p.d < 1000,),
    stem="Which number is missing: {a}, {b}, □, {d}?",
    key=lambda p: p.c,
    checker=lambda p, v: 2 * v == p.b + p.d,
    misconceptions=(
        Slip("by_one", lambda p: p.b + p.turn, "That is just one step from {b}. Jump further."),
        Slip(
            "one_before_end",
            lambda p: p.d - p.turn,
            "That is just one step from {d}. Jump further.",
        ),
        Slip("copies", lambda p: p.b, "{b} is there now. What comes between {b} and {d}?"),
        Slip("adds", lambda p: p.b + p.step * p.turn * 2, "That is two jumps from {b}."),
        Slip("by_ten", lambda p: p.b + p.turn * 10, "You jumped by ten. Look at {a} and {b}."),
    ),
    hints=("How far is it from {a} to {b}?", "Make the same jump from {b}."),
    steps=(Step("Jump on from {b}.", "{b} {sign} {step}", "{c}"),),
)


def _four(p: Params) -> dict[str, object]:
    """Numbers whose last digit has the parity asked for only in the key."""
    is_odd = int(p.asked == "odd")
    key = 10 * p.t + 2 * p.o + is_odd
    return {
        "n": key,
        "last": key % 10,
        "first_fits": 10 * (2 * p.t1 + is_odd) + 2 * p.o1 + 1 - is_odd,
        "digits_fit": 10 * (2 * p.t2 + 1) + 2 * p.o2 + 1 - is_odd,
        "near": key + p.by,
        "swapped": 10 * (2 * p.o3 + 1 - is_odd) + 2 * p.o + is_odd,
        "half": 5 * p.t + p.o,
        "over": is_odd,
    }


_EVEN = Family(
    id="math.even_odd.pick",
    skill="math.even_odd",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={
        "asked": ("even", "odd"),
        "t": range(1, 10),
        "o": range(5),
        "t1": range(1, 5),
        "o1": range(5),
        "t2": range(5),
        "o2": range(5),
        "o3": range(1, 5),
        "by": (-1, 1),
    },
    derive=_four,
    stem="Which of these numbers is {asked}?",
    key=lambda p: p.n,
    checker=lambda p, v: (v in range(0, 100, 2)) == (p.asked == "even"),
    misconceptions=(
        Slip("looks_at_tens", lambda p: p.first_fits, "Look at the last digit, not at the first."),
        Slip(
            "looks_at_both",
            lambda p: p.digits_fit,
            "Only the last digit counts. Can you make pairs of it?",
        ),
        Slip("neighbor", lambda p: p.near, "That is just beside one. Make pairs of the ones."),
        Slip(
            "swaps_words",
            lambda p: 10 * p.o3 + 2 * p.o1 + 1 - p.over,
            "You mixed up the words. With even numbers all can go in pairs.",
        ),
    ),
    hints=("Look at the last digit.", "Can that many ones go in pairs, or is one left?"),
    steps=(Step("Pairs, and what is left over:", "2 * {half} + {over}", "{n}"),),
    form=WHOLE,
)

_PAIRS = Family(
    id="math.even_odd.pairs",
    skill="math.even_odd",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "n": range(11, 80),
        "what": (("socks", "pair"), ("kids", "pair"), ("shoes", "pair"), ("gloves", "pair")),
    },
    derive=lambda p: {"who": p.what[0], "pairs": p.n // 2, "left": p.n % 2, "even": p.n - p.n % 2},
    where=(lambda p: p.n % 2 == 1 or p.n > 20,),
    stem="There are {n} {who}. You make pairs. How many full pairs do you get?",
    key=lambda p: p.pairs,
    checker=lambda p, v: 2 * v <= p.n < 2 * v + 2,
    misconceptions=(
        Slip("doubles", lambda p: 2 * p.n, "You doubled. A pair takes two {who}."),
        Slip("takes_two_away", lambda p: p.n - 2, "That is what is left after one pair. Go on."),
        Slip("counts_the_rest", lambda p: p.pairs + 1, "One is not a full pair. Count again."),
        Slip("one_short", lambda p: p.pairs - 1, "There is one more pair. Count them again."),
        Slip("all", lambda p: p.n, "{n} is all the {who}. How many pairs do they make?"),
    ),
    hints=("A pair is two {who}.", "What is half of {even}?"),
    steps=(Step("Half of {even} is the number of pairs.", "{even} ÷ 2", "{pairs}"),),
)


def _purse(p: Params) -> dict[str, object]:
    cents = [25] * p.q + [10] * p.d + [5] * p.f + [1] * p.c
    cut = p.mix % max(1, len(cents))
    return {
        "cents": tuple(cents[cut:] + cents[:cut]),
        "n": sum(cents),
        "big_first": " + ".join(map(str, cents)),
        "many": len(cents),
    }


def _purse_told(p: Params) -> str:
    return "Coins: " + ", ".join(f"{cent}¢" for cent in p.cents) + "."


def _worth(told: str) -> int:
    return sum(int(cent) for cent in re.findall(r"(\d+)¢", told))


def _shopping(p: Params) -> dict[str, object]:
    purse = _purse(p)
    return {**purse, "gap": p.price - _worth(_purse_told(Params(purse)))}


_PURSE = {"q": range(3), "d": range(4), "f": range(4), "c": range(5), "mix": range(6)}

_COINS = Family(
    id="math.coins.count",
    skill="math.coins",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params=_PURSE,
    derive=_purse,
    where=(lambda p: 4 <= p.many <= 10 and p.n < 100 and p.d + p.f > 0 and p.q + p.d > 0,),
    stem="How many cents are these coins in all?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _worth(_purse_told(p)),
    misconceptions=(
        Slip("counts_coins", lambda p: p.many, "You counted the coins. Add what they are worth."),
        Slip("misses_a_coin", lambda p: p.n - p.cents[-1], "You left out the last coin. Add it."),
        Slip(
            "swaps_nickel_and_dime",
            lambda p: p.n + 5 * (p.f - p.d),
            "You mixed up the 5¢ and the 10¢ coins.",
        ),
        Slip("quarter_as_20", lambda p: p.n - 5 * p.q, "A quarter is 25¢, not 20¢."),
        Slip("ten_over", lambda p: p.n + 10, "Ten too many. Start with the coins of most worth."),
    ),
    hints=("Start with the coins that are worth most.", "Cross out each coin you have added."),
    steps=(Step("Add from the largest to the smallest.", "{big_first}", "{n}"),),
    unit="¢",
    figure=lambda p: draw.coins(_purse_told(p), p.cents),
    alt=_purse_told,
)

_SHORT = Family(
    id="math.coins.still_needed",
    skill="math.coins",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        **_PURSE,
        "price": range(45, 100),
        "what": ("pear", "pen", "card", "stamp", "bun"),
    },
    derive=_shopping,
    where=(
        lambda p: 3 <= p.many <= 7 and p.d + p.f > 0,
        lambda p: 3 <= p.gap <= 60 and p.gap != p.n,
    ),
    stem="A {what} costs {price}¢. You have these coins. How many more cents do you need?",
    key=lambda p: p.gap,
    checker=lambda p, v: sum(p.cents) + v == p.price,
    misconceptions=(
        Slip(
            "says_what_one_has", lambda p: p.n, "That is what you have. How far is it to {price}¢?"
        ),
        Slip("adds", lambda p: p.price + p.n, "You added. The price is {price}¢ and no more."),
        Slip("counts_coins", lambda p: p.price - p.many, "Each coin is worth more than one cent."),
        Slip("ten_over", lambda p: p.gap + 10, "Ten too many. Count up from what you have."),
        Slip("one_off", lambda p: p.gap + 1, "One too many. Count up again."),
    ),
    hints=("How much do you have?", "Count up from there to {price}¢."),
    steps=(
        Step("You have:", "{big_first}", "{n}"),
        Step("You still need:", "{price} - {n}", "{gap}"),
    ),
    unit="¢",
    figure=lambda p: draw.coins(_purse_told(p), p.cents),
    alt=_purse_told,
)

FAMILIES = (_NEXT, _GAP, _EVEN, _PAIRS, _COINS, _SHORT)
