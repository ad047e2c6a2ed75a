"""Grade 12: amounts in reactions, and what runs out first."""

from fractions import Fraction

from vel_tutor.content import chemistry
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- amounts in reactions -------------------------------------------------------------------------

_EQUATIONS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("H2", "O2"), ("H2O",)), (("N2", "H2"), ("NH3",)), (("Fe", "O2"), ("Fe2O3",)),
    (("Al", "O2"), ("Al2O3",)), (("Mg", "O2"), ("MgO",)), (("CH4", "O2"), ("CO2", "H2O")),
    (("C3H8", "O2"), ("CO2", "H2O")), (("C2H6O", "O2"), ("CO2", "H2O")),
    (("C6H12O6", "O2"), ("CO2", "H2O")), (("Al", "HCl"), ("AlCl3", "H2")),
    (("Fe2O3", "CO"), ("Fe", "CO2")), (("P4", "O2"), ("P4O10",)), (("Zn", "HCl"), ("ZnCl2", "H2")),
    (("NH3", "O2"), ("NO", "H2O")), (("CuO", "C"), ("Cu", "CO2")),
    (("Ca(OH)2", "HCl"), ("CaCl2", "H2O")), (("Al2O3", "C"), ("Al", "CO2")),
    (("Na", "H2O"), ("NaOH", "H2")), (("FeS", "O2"), ("Fe2O3", "SO2")),
    (("C4H10", "O2"), ("CO2", "H2O")), (("Mg(OH)2", "HCl"), ("MgCl2", "H2O")),
    (("CaCO3", "HCl"), ("CaCl2", "CO2", "H2O")),
)  # fmt: skip


def _terms(p: Params) -> tuple[str, ...]:
    return (*p.equation[0], *p.equation[1])


def _reaction(p: Params) -> dict[str, object]:
    terms = _terms(p)
    if p.given >= len(terms) or p.asked >= len(terms):
        return {"fits": False}
    numbers = chemistry.balanced(*p.equation)
    a, b = numbers[p.given], numbers[p.asked]
    have, want = terms[p.given], terms[p.asked]
    moles = p.times * a
    return {
        "fits": p.given != p.asked,
        "a": a,
        "b": b,
        "have": chemistry.shown(have),
        "want": chemistry.shown(want),
        "moles": moles,
        "have_mass": chemistry.molar_mass(have),
        "want_mass": chemistry.molar_mass(want),
        "have_text": decimal_text(chemistry.molar_mass(have)),
        "want_text": decimal_text(chemistry.molar_mass(want)),
        "grams": moles * chemistry.molar_mass(have),
        "made": p.times * b * chemistry.molar_mass(want),
        "grams_text": decimal_text(moles * chemistry.molar_mass(have)),
        "shown": chemistry.written(*p.equation),
    }


def _atoms_agree(p: Params, grams: Fraction) -> bool:
    """Whether the masses stand for the ratio in which all atoms of the equation are kept."""
    ratio = [Fraction(0)] * len(_terms(p))
    ratio[p.given], ratio[p.asked] = p.grams / p.have_mass, Fraction(grams) / p.want_mass
    share = ratio[p.given] / chemistry.balanced(*p.equation)[p.given]
    full = [number * share for number in chemistry.balanced(*p.equation)]
    full[p.asked] = ratio[p.asked]
    cut = len(p.equation[0])
    return all(
        sum(
            full[at] * chemistry.atoms(f)[name] * (1 if at < cut else -1)
            for at, f in enumerate(_terms(p))
        )
        == 0
        for name in {name for f in _terms(p) for name in chemistry.atoms(f)}
    )


_STOICHIOMETRY = Family(
    id="science.stoichiometry.mass",
    skill="science.stoichiometry",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=150,
    params={
        "equation": _EQUATIONS,
        "given": range(5),
        "asked": range(5),
        "times": (Fraction(1, 2), 1, 2, 3, Fraction(1, 4), Fraction(3, 2)),
    },
    derive=_reaction,
    where=(lambda p: p.fits, lambda p: p.made != p.grams),
    stem=(
        "{shown}. How many grams of {want} go with {grams_text} g of {have} in this reaction?"
        " (Molar masses: {have}"
        " {have_text} g/mol, {want} {want_text} g/mol.)"
    ),
    key=lambda p: p.made,
    checker=_atoms_agree,
    misconceptions=(
        Slip(
            "ratio_of_grams",
            lambda p: p.grams * p.b / p.a,
            "The numbers in front count moles, not grams. Change to moles first.",
        ),
        Slip(
            "no_ratio",
            lambda p: p.moles * p.want_mass if p.a != p.b else None,
            "You left out the ratio of the equation: {a} {have} go with {b} {want}.",
        ),
        Slip(
            "ratio_upside_down",
            lambda p: p.moles * Fraction(p.a, p.b) * p.want_mass if p.a != p.b else None,
            "You turned the ratio around: {a} {have} go with {b} {want}.",
        ),
        Slip(
            "moles_only",
            lambda p: p.times * p.b,
            "That is in moles. Multiply by the molar mass of {want}.",
        ),
        Slip(
            "same_mass",
            lambda p: p.grams,
            "Mass is kept in the whole reaction, not between just these two.",
        ),
    ),
    hints=(
        "Grams to moles, then the ratio, then back to grams.",
        "Divide by {have_text}, take {b} for each {a}, then multiply by {want_text}.",
    ),
    steps=lambda p: (
        Step(f"Moles of {p.have}:", f"{p.grams_text} / {p.have_text}", decimal_text(p.moles)),
        Step(
            f"Moles of {p.want}:",
            f"{decimal_text(p.moles)} * {p.b} / {p.a}",
            decimal_text(p.times * p.b),
        ),
        Step("In grams:", f"{decimal_text(p.times * p.b)} * {p.want_text}", decimal_text(p.made)),
    ),
    form=DECIMAL,
    unit="g",
    canon=lambda p: (p.equation, p.given, p.asked, p.times),
)

# --- what runs out first --------------------------------------------------------------------------

_PAIRED = tuple(
    equation for equation in _EQUATIONS if len(equation[0]) == 2 and len(equation[1]) == 1
) + tuple(equation for equation in _EQUATIONS if len(equation[0]) == 2 and len(equation[1]) == 2)


def _limits(p: Params) -> dict[str, object]:
    a, b, c = chemistry.balanced(*p.equation)[:3]
    first, second, product = (chemistry.shown(f) for f in (*p.equation[0], p.equation[1][0]))
    runs = min(Fraction(p.x, a), Fraction(p.y, b))
    return {
        "a": a,
        "b": b,
        "c": c,
        "first": first,
        "second": second,
        "product": product,
        "runs": runs,
        "made": c * runs,
        "one": Fraction(p.x, a),
        "two": Fraction(p.y, b),
        "shown": chemistry.written(*p.equation),
    }


_LIMITING = Family(
    id="science.stoichiometry.limiting",
    skill="science.stoichiometry",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=120,
    params={"equation": _PAIRED, "x": range(1, 25), "y": range(1, 25)},
    derive=_limits,
    where=(
        lambda p: (
            p.one != p.two and (p.made * 100).denominator == 1 and (p.runs * 100).denominator == 1
        ),
    ),
    stem=(
        "{shown}. You have {x} mol of {first} and {y} mol of {second}. How many moles of"
        " {product} can form at most?"
    ),
    key=lambda p: p.made,
    checker=lambda p, m: (
        m / p.c * p.a <= p.x
        and m / p.c * p.b <= p.y
        and (m / p.c * p.a == p.x or m / p.c * p.b == p.y)
    ),
    misconceptions=(
        Slip(
            "other_reactant",
            lambda p: p.c * max(p.one, p.two),
            "For that much, one of the two runs out before. Check both.",
        ),
        Slip(
            "adds",
            lambda p: p.x + p.y,
            "Moles of the two do not add up to moles of product. Use the ratio.",
        ),
        Slip(
            "smaller_number",
            lambda p: min(p.x, p.y) * Fraction(p.c, p.a if p.y < p.x else p.b),
            (
                "The smaller number of moles need not run out first. Divide each by its number in"
                " front."
            ),
        ),
        Slip(
            "no_ratio",
            lambda p: min(p.x, p.y),
            "You took the smaller number of moles. The equation has numbers in front.",
        ),
        Slip(
            "runs_only",
            lambda p: p.runs if p.c != 1 else None,
            "So often the reaction can run. Each time it makes {c} {product}.",
        ),
    ),
    hints=(
        "How often could the reaction run with each of the two?",
        "Divide each amount by its number in front. The smaller result decides.",
    ),
    steps=lambda p: (
        Step(f"With {p.first} it could run so often:", f"{p.x} / {p.a}", str(p.one)),
        Step(f"With {p.second} so often:", f"{p.y} / {p.b}", str(p.two)),
        Step(
            f"The smaller one decides. Each run makes {p.c}:",
            f"{decimal_text(p.runs)} * {p.c}",
            decimal_text(p.made),
        ),
    ),
    form=DECIMAL,
    unit="mol",
)


FAMILIES = (_STOICHIOMETRY, _LIMITING)
