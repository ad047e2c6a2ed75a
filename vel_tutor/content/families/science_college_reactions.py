"""Grade 13: equilibrium constants, and rates from a table."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- equilibrium constants ------------------------------------------------------------------------

_GENERAL: tuple[tuple[str, int, int, int], ...] = (
    ("A + B ⇌ C", 1, 1, 1), ("A + B ⇌ 2 C", 1, 1, 2), ("2 A + B ⇌ C", 2, 1, 1),
    ("2 A + B ⇌ 2 C", 2, 1, 2), ("A + 2 B ⇌ C", 1, 2, 1), ("A + 3 B ⇌ 2 C", 1, 3, 2),
)  # fmt: skip


def _law(p: Params, a: int, b: int, c: int) -> Fraction:
    return Fraction(p.z) ** c / (Fraction(p.x) ** a * Fraction(p.y) ** b)


def _short(value: Fraction) -> Fraction | None:
    return value if (value * 10**4).denominator == 1 else None


_CONSTANT = Family(
    id="science.equilibrium.constant",
    skill="science.equilibrium",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "row": _GENERAL,
        "x": (1, 2, 4, 5, Fraction(1, 2), Fraction(1, 5)),
        "y": (1, 2, 4, 5, Fraction(1, 2), Fraction(1, 5)),
        "z": (2, 3, 4, 6, 8, 10, 12),
    },
    derive=lambda p: {
        "equation": p.row[0],
        "k": _law(p, *p.row[1:]),
        "xs": decimal_text(p.x),
        "ys": decimal_text(p.y),
        "zs": decimal_text(p.z),
    },
    where=(lambda p: _short(p.k) is not None and (p.x, p.y) != (1, 1),),
    stem=(
        "For {equation} the concentrations at equilibrium are [A] = {xs}, [B] = {ys} and [C] ="
        " {zs} mol/L. What is the"
        " value of the equilibrium constant?"
    ),
    key=lambda p: p.k,
    checker=lambda p, k: k * p.x ** p.row[1] * p.y ** p.row[2] == p.z ** p.row[3],
    misconceptions=(
        Slip(
            "upside_down",
            lambda p: _short(1 / p.k),
            "Products stand on top, reactants at the bottom. You turned it around.",
        ),
        Slip(
            "no_powers",
            lambda p: _short(_law(p, 1, 1, 1)),
            "The numbers in the equation become exponents.",
        ),
        Slip(
            "multiplies_numbers",
            lambda p: _short(Fraction(p.row[3] * p.z) / (p.row[1] * p.x * p.row[2] * p.y)),
            "The numbers in the equation become exponents, not factors.",
        ),
        Slip(
            "adds_reactants",
            lambda p: _short(
                Fraction(p.z) ** p.row[3] / (Fraction(p.x) ** p.row[1] + Fraction(p.y) ** p.row[2])
            ),
            "The reactants are multiplied, not added.",
        ),
        Slip(
            "no_b",
            lambda p: _short(Fraction(p.z) ** p.row[3] / Fraction(p.x) ** p.row[1]),
            "You left out B. Every reactant stands at the bottom.",
        ),
    ),
    hints=(
        "Products over reactants, each to the power of its number in the equation.",
        "First work out the top: [C] to its power.",
    ),
    steps=lambda p: (
        Step(
            "Products, to their powers:",
            f"{p.zs}^{p.row[3]}",
            decimal_text(Fraction(p.z) ** p.row[3]),
        ),
        Step(
            "Divide by the reactants, to theirs:",
            f"{p.zs}^{p.row[3]} / ({p.xs}^{p.row[1]} * {p.ys}^{p.row[2]})",
            decimal_text(p.k),
        ),
    ),
    form=DECIMAL,
)

# --- rates from a table ---------------------------------------------------------------------------


def _runs(p: Params) -> dict[str, object]:
    base = p.k * p.a**p.n * p.b**p.m
    return {
        "base": base,
        "up_a": base * 2**p.n,
        "up_b": base * 3**p.m,
        "want": base * p.fa**p.n * p.fb**p.m,
        "new_a": p.fa * p.a,
        "new_b": p.fb * p.b,
    }


def _rate_table(p: Params) -> str:
    rows = ((p.a, p.b, p.base), (2 * p.a, p.b, p.up_a), (p.a, 3 * p.b, p.up_b))
    return "\n".join(
        (
            "run | [A] | [B] | rate",
            *(f"{at} | {a} | {b} | {rate}" for at, (a, b, rate) in enumerate(rows, 1)),
        )
    )


def _from_table(p: Params, rate: Fraction) -> bool:
    """With the orders read back from the printed rows."""
    rows = [[int(cell) for cell in row.split(" | ")[1:]] for row in _rate_table(p).split("\n")[1:]]
    n = next(n for n in range(4) if rows[0][2] * 2**n == rows[1][2])
    m = next(m for m in range(4) if rows[0][2] * 3**m == rows[2][2])
    return rate * rows[0][0] ** n * rows[0][1] ** m == rows[0][2] * p.new_a**n * p.new_b**m


_RATES = Family(
    id="science.rates.orders",
    skill="science.equilibrium",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=150,
    params={
        "k": (1, 2, 3, 5),
        "a": (1, 2, 3, 4),
        "b": (1, 2, 3),
        "n": (0, 1, 2),
        "m": (0, 1, 2),
        "fa": (2, 3, 4, 5),
        "fb": (2, 3, 4),
    },
    derive=_runs,
    where=(lambda p: p.n + p.m >= 2,),
    stem=(
        "The table shows how fast a reaction starts for different concentrations (in fixed"
        " units). How fast does it start with"
        " [A] = {new_a} and [B] = {new_b}?"
    ),
    passage=_rate_table,
    key=lambda p: p.want,
    checker=_from_table,
    misconceptions=(
        Slip(
            "both_first_order",
            lambda p: p.base * p.fa * p.fb,
            (
                "You let the rate grow just as the concentrations do. Check the table: doubling"
                " A, tripling B."
            ),
        ),
        Slip(
            "orders_swapped",
            lambda p: p.base * p.fa**p.m * p.fb**p.n,
            "You swapped the two orders. Run 2 tells about A, run 3 about B.",
        ),
        Slip(
            "adds_effects",
            lambda p: p.base * (p.fa**p.n + p.fb**p.m),
            "The two effects multiply. They do not add.",
        ),
        Slip("only_a", lambda p: p.base * p.fa**p.n, "You left out the change of B."),
        Slip("only_b", lambda p: p.base * p.fb**p.m, "You left out the change of A."),
        Slip("unchanged", lambda p: p.base, "That is the rate of run 1."),
    ),
    hints=(
        "From run 1 to run 2 only A changes. From run 1 to run 3 only B changes.",
        "Doubling A multiplies the rate by 1, 2 or 4: order 0, 1 or 2.",
    ),
    steps=lambda p: (
        Step(
            f"Doubling A: the rate is multiplied by {2**p.n}, so the order is {p.n}.",
            f"{p.up_a} / {p.base}",
            f"{2**p.n}",
        ),
        Step(
            f"Tripling B: the rate is multiplied by {3**p.m}, so the order is {p.m}.",
            f"{p.up_b} / {p.base}",
            f"{3**p.m}",
        ),
        Step("Both together, from run 1:", f"{p.base} * {p.fa}^{p.n} * {p.fb}^{p.m}", f"{p.want}"),
    ),
    form=WHOLE,
    canon=lambda p: (_rate_table(p), p.fa, p.fb),
)

FAMILIES = (_CONSTANT, _RATES)
