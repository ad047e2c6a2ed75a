"""Grades 10 and 11: osmosis, DNA, two genes at once."""

from fractions import Fraction
from itertools import product

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, TEXT
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

# --- osmosis --------------------------------------------------------------------------------------

_FLOWS, _SIZES = ("into", "out of"), ("swells up", "shrinks")
_CELLS = (
    "red blood cell",
    "potato cell",
    "leaf cell",
    "root cell",
    "egg cell of a frog",
    "amoeba",
    "onion cell",
    "skin cell",
)


def _osmosis(p: Params) -> tuple[str, str]:
    return (_FLOWS[p.outside > p.inside], _SIZES[p.outside > p.inside])


_OSMOSIS = Family(
    id="science.transport.osmosis",
    skill="science.transport",
    grade=10,
    format=ItemFormat.CLOZE,
    time_s=45,
    params={
        "cell": _CELLS,
        "inside": range(2, 16),
        "outside": range(18),
        "stuff": ("salt", "sugar"),
    },
    where=(lambda p: abs(p.inside - p.outside) > 1,),
    derive=lambda p: {"lo": f"{p.inside / 10:g}", "out": f"{p.outside / 10:g}"},
    stem=(
        "A {cell} holds {lo}% of {stuff} in its water. It lies in water with {out}% of {stuff},"
        " which cannot pass the"
        " membrane. More water flows ___ the cell, so it ___."
    ),
    gaps=lambda p: (_FLOWS, _SIZES),
    key=_osmosis,
    checker=lambda p, v: (
        v
        == (("into", "swells up") if 1000 - p.outside > 1000 - p.inside else ("out of", "shrinks"))
    ),
    misconceptions=(
        Slip(
            "toward_water",
            lambda p: (
                (_FLOWS[p.outside < p.inside], _SIZES[p.outside < p.inside])
                if p.stuff == "sugar"
                else None
            ),
            "Water flows toward the side with more {stuff}: {lo}% inside, {out}% outside.",
        ),
        Slip(
            "flow_wrong",
            lambda p: (_FLOWS[p.outside < p.inside], _osmosis(p)[1]),
            "Water that flows in makes a cell swell. Check the first gap.",
        ),
        Slip(
            "size_wrong",
            lambda p: (_osmosis(p)[0], _SIZES[p.outside < p.inside]),
            "The flow is right. What does it do to the size of the cell?",
        ),
        Slip(
            "stuff_moves",
            lambda p: (
                (_FLOWS[p.outside < p.inside], _SIZES[p.outside < p.inside])
                if p.stuff == "salt"
                else None
            ),
            "The {stuff} cannot pass. Only water moves, toward the side with more {stuff}.",
        ),
    ),
    hints=(
        "Water moves toward the side with more dissolved stuff.",
        "Compare {lo}% inside with {out}% outside.",
    ),
    steps=lambda p: (
        Step(
            f"There is more {p.stuff} {'outside' if p.outside > p.inside else 'inside'}, so"
            f" water flows {_osmosis(p)[0]} the cell. It {_osmosis(p)[1]}."
        ),
    ),
    form=TEXT,
)

# --- from DNA to RNA ------------------------------------------------------------------------------

_PAIR_RNA = {"A": "U", "T": "A", "C": "G", "G": "C"}
_PAIR_DNA = {"A": "T", "T": "A", "C": "G", "G": "C"}


def _strand(p: Params) -> dict[str, object]:
    rng = rolls("strand", p.mix)
    dna = "".join(rng.choice("ATCG") for _ in range(9))
    return {"dna": dna, "split": "-".join(dna[at : at + 3] for at in (0, 3, 6))}


def _through(text: str, pairs: dict[str, str]) -> str:
    whole = "".join(pairs[base] for base in text)
    return "-".join(whole[at : at + 3] for at in (0, 3, 6))


_RNA = Family(
    id="science.dna.copy",
    skill="science.dna",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"mix": range(9000)},
    derive=_strand,
    where=(lambda p: set(p.dna) == set("ATCG") and p.dna != p.dna[::-1],),
    stem=(
        "A template strand of DNA reads {split}. Which RNA, written base by base below it, is"
        " copied from it?"
    ),
    key=lambda p: _through(p.dna, _PAIR_RNA),
    checker=lambda p, v: all(
        (one, two) in {("A", "U"), ("T", "A"), ("C", "G"), ("G", "C"), ("-", "-")}
        for one, two in zip(p.split, str(v), strict=True)
    ),
    misconceptions=(
        Slip(
            "t_not_u",
            lambda p: _through(p.dna, _PAIR_DNA),
            "RNA has U in place of T. You wrote the other strand of DNA.",
        ),
        Slip(
            "copies_letters",
            lambda p: _through(p.dna, {"A": "A", "T": "U", "C": "C", "G": "G"}),
            "You copied the letters. The RNA has the partners: U for A, G for C.",
        ),
        Slip(
            "reversed",
            lambda p: _through(p.dna[::-1], _PAIR_RNA),
            "You read the strand from the other end.",
        ),
        Slip(
            "swaps_c_g",
            lambda p: _through(p.dna, {"A": "U", "T": "A", "C": "C", "G": "G"}),
            "C pairs with G and G with C. You left them as they are.",
        ),
        Slip(
            "wrong_partners",
            lambda p: _through(p.dna, {"A": "G", "G": "A", "T": "C", "C": "U"}),
            "A pairs with U in RNA, T with A, and C with G.",
        ),
    ),
    hints=(
        "Write the partner of each base below it.",
        "A goes with U, T with A, C with G, G with C.",
    ),
    steps=lambda p: (
        Step(f"Base by base: {', '.join(f'{base} gives {_PAIR_RNA[base]}' for base in p.dna)}."),
    ),
    form=TEXT,
    canon=lambda p: p.dna,
)

# --- two genes ------------------------------------------------------------------------------------

_CROSSES = (("Aa", "Aa"), ("Aa", "aa"), ("AA", "Aa"), ("AA", "aa"), ("aa", "Aa"), ("Aa", "AA"))
_TRAITS = (
    (("T", "tall", "short"), ("R", "round seeds", "wrinkled seeds")),
    (("P", "purple", "white"), ("Y", "yellow seeds", "green seeds")),
    (("B", "black fur", "brown fur"), ("S", "short hair", "long hair")),
    (("G", "gray body", "black body"), ("L", "long wings", "short wings")),
    (("F", "feathered legs", "bare legs"), ("C", "red comb", "pale comb")),
    (("D", "red fruit", "yellow fruit"), ("H", "hairy stem", "smooth stem")),
    (("E", "straight ears", "bent ears"), ("K", "dark nose", "pink nose")),
    (("M", "green pods", "yellow pods"), ("N", "full pods", "flat pods")),
)  # fmt: skip


def _chance(cross: tuple[str, str], dominant: bool) -> Fraction:
    weak = Fraction(cross[0].count("a"), 2) * Fraction(cross[1].count("a"), 2)
    return 1 - weak if dominant else weak


def _two_genes(p: Params) -> dict[str, object]:
    (big, strong, weak), (big2, strong2, weak2) = p.traits
    spelled = [
        first.replace("A", big).replace("a", big.lower())
        + second.replace("A", big2).replace("a", big2.lower())
        for first, second in zip(p.cross, p.cross2, strict=True)
    ]
    return {
        "one": spelled[0],
        "two": spelled[1],
        "big": big,
        "small": big.lower(),
        "big2": big2,
        "small2": big2.lower(),
        "strong": strong,
        "strong2": strong2,
        "weak": weak,
        "weak2": weak2,
        "want": strong if p.dom else weak,
        "want2": strong2 if p.dom2 else weak2,
        "p1": _chance(p.cross, p.dom),
        "p2": _chance(p.cross2, p.dom2),
    }


def _boxes(p: Params, value: Fraction) -> bool:
    """By writing out all sixteen boxes."""
    pairs = [
        (a + b, c + d)
        for a, c in product(p.cross[0], p.cross2[0])
        for b, d in product(p.cross[1], p.cross2[1])
    ]
    fits = sum(("A" in first) == p.dom and ("A" in second) == p.dom2 for first, second in pairs)
    return value == Fraction(fits, len(pairs))


_DIHYBRID = Family(
    id="science.dihybrid.share",
    skill="science.dihybrid",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=120,
    params={
        "traits": _TRAITS,
        "cross": _CROSSES,
        "cross2": _CROSSES,
        "dom": (True, False),
        "dom2": (True, False),
    },
    derive=_two_genes,
    where=(lambda p: 0 < p.p1 * p.p2 < 1 and p.p1 < 1 and p.p2 < 1,),
    stem=(
        "{big} ({strong}) is dominant over {small} ({weak}), and {big2} ({strong2}) over"
        " {small2} ({weak2}). The genes pass on"
        " independently. {one} is crossed with {two}. What part of the young has {want} and"
        " {want2}?"
    ),
    key=lambda p: p.p1 * p.p2,
    checker=_boxes,
    misconceptions=(
        Slip(
            "adds",
            lambda p: p.p1 + p.p2,
            "You added the two chances. For both at once, multiply them.",
        ),
        Slip(
            "first_only",
            lambda p: p.p1,
            "That is the part with {want} only. {want2} is asked for as well.",
        ),
        Slip(
            "second_only",
            lambda p: p.p2,
            "That is the part with {want2} only. {want} is asked for as well.",
        ),
        Slip(
            "nine_sixteenths",
            lambda p: Fraction(9, 16),
            (
                "9/16 is for both dominant forms when both parents carry both letters twice. Work"
                " it out here."
            ),
        ),
        Slip(
            "other_forms",
            lambda p: (1 - p.p1) * (1 - p.p2),
            "That is the part with the other two forms.",
        ),
        Slip("mean", lambda p: (p.p1 + p.p2) / 2, "The chances are not averaged. Multiply them."),
    ),
    hints=(
        "Take one gene at a time: what part shows {want}?",
        "Then the other gene. Both at once: multiply the two parts.",
    ),
    steps=lambda p: (
        Step(f"Part with {p.want}:", f"{p.p1}", f"{p.p1}"),
        Step(f"Part with {p.want2}:", f"{p.p2}", f"{p.p2}"),
        Step("Both at once:", f"{p.p1} * {p.p2}", f"{p.p1 * p.p2}"),
    ),
    form=FRACTION,
)

FAMILIES = (_OSMOSIS, _RNA, _DIHYBRID)
