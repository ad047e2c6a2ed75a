"""From words to symbols: which expression says the same."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.vocabulary import ItemFormat


def _spoken(words: str, letter: str, value: Fraction) -> Fraction:
    """What the words come to, said with a number in the place of the letter."""
    first, middle, last = (value if w == letter else Fraction(w) for w in _terms(words, letter))
    if words.count("sum"):
        return first * middle + first * last
    if words.count("result"):
        return first * middle - first * last
    return {"more": first + middle * last, "less": middle * last - first}.get(
        "more" if "more" in words else "less" if "less" in words else "", first - middle * last
    )


def _terms(words: str, letter: str) -> list[str]:
    return [word for word in words.split() if word == letter or word.isdigit()]


_WORDS = Family(
    id="math.write_expr.from_words",
    skill="math.write_expr",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "k": range(2, 13),
        "b": range(2, 21),
        "z": ("x", "n", "t", "y"),
        "kind": (
            ("{b} less than {k} times {z}", "{k}{z} - {b}"),
            ("{k} times the sum of {z} and {b}", "{k}({z} + {b})"),
            ("{k} times the sum of {b} and {z}", "{k}({b} + {z})"),
            ("{b} take away {k} times {z}", "{b} - {k}{z}"),
            ("{k} times the result of {z} minus {b}", "{k}({z} - {b})"),
        ),
    },
    derive=lambda p: {
        "words": p.kind[0].format_map(p),
        "right": p.kind[1].format_map(p),
        "spoken": p.kind[1].replace("{k}{z}", "{k} * 10").replace("{z}", "10").format_map(p),
    },
    where=(lambda p: p.k != p.b,),
    stem="Which expression means: {words}?",
    key=lambda p: p.right,
    checker=lambda p, v: agrees(v, p.z, lambda t: _spoken(p.words, p.z, t)),
    misconceptions=(
        Slip("minus", lambda p: f"{p.k}{p.z} - {p.b}", "That is {b} less than {k} times {z}."),
        Slip("plus", lambda p: f"{p.k}{p.z} + {p.b}", "That is {b} more than {k} times {z}."),
        Slip("turned", lambda p: f"{p.b} - {p.k}{p.z}", "That takes {k} times {z} from {b}."),
        Slip(
            "sum",
            lambda p: f"{p.k}({p.z} + {p.b})",
            "That adds {b} first, then takes it {k} times.",
        ),
        Slip(
            "bracket",
            lambda p: f"{p.k}({p.z} - {p.b})",
            "That takes {b} away first, and then all of it {k} times.",
        ),
        Slip(
            "swapped",
            lambda p: f"{p.b}{p.z} - {p.k}",
            "That takes {z} {b} times, not {k} times.",
        ),
        Slip("swapped_sum", lambda p: f"{p.b}({p.z} + {p.k})", "That takes it {b} times, not {k}."),
        Slip(
            "no_times",
            lambda p: f"{p.z} + {p.k} + {p.b}",
            "{k} times {z} is a product, not a sum.",
        ),
    ),
    hints=("What happens to {z} first?", "Say it with a number: let {z} be 10. What do you do?"),
    steps=(Step("Try it with {z} = 10. The words say:", "{spoken}", "{right}"),),
    letters=lambda p: {p.z: 10},
    form=EXPRESSION,
)

FAMILIES = (_WORDS,)
