"""Formulas are read and equations balanced as people do it on paper."""

from fractions import Fraction

import pytest

from vel_tutor.content import chemistry


@pytest.mark.parametrize(
    ("left", "right", "numbers"),
    [
        (("H2", "O2"), ("H2O",), (2, 1, 2)),
        (("N2", "H2"), ("NH3",), (1, 3, 2)),
        (("C3H8", "O2"), ("CO2", "H2O"), (1, 5, 3, 4)),
        (("Ca(OH)2", "HCl"), ("CaCl2", "H2O"), (1, 2, 1, 2)),
        (("FeS", "O2"), ("Fe2O3", "SO2"), (4, 7, 2, 4)),
        (("Cu", "HNO3"), ("Cu(NO3)2", "NO", "H2O"), (3, 8, 3, 2, 4)),
    ],
)
def test_an_equation_is_balanced_with_the_smallest_whole_numbers(left, right, numbers):
    assert chemistry.balanced(left, right) == numbers


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("H2",), ("O2",)),
        (("H2", "O2"), ("H2O", "H2O2")),
        (("H2O", "CO2"), ("O2",)),
    ],
)
def test_what_cannot_be_balanced_in_one_way_is_refused(left, right):
    with pytest.raises(chemistry.NotBalanced):
        chemistry.balanced(left, right)


def test_brackets_multiply_all_they_hold():
    assert chemistry.atoms("Al2(SO4)3") == {"Al": 2, "S": 3, "O": 12}
    assert chemistry.molar_mass("Ca(OH)2") == 74
    assert chemistry.molar_mass("NaCl") == Fraction("58.5")


def test_an_equation_is_written_as_in_a_book():
    assert chemistry.written(("CH4", "O2"), ("CO2", "H2O")) == "CH₄ + 2 O₂ → CO₂ + 2 H₂O"
