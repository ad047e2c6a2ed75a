"""The names that others see are made up, and never look like somebody's own."""

import pytest

from vel_tutor.domain.accounts.names import ADJECTIVES, ANIMALS

PEOPLE = ("ada", "bob", "min", "lea", "pat", "tess", "sam", "cleo", "mia", "gus", "dan")


@pytest.mark.parametrize("word", [*ADJECTIVES, *ANIMALS])
def test_no_made_up_name_begins_like_a_person(word):
    """A friend called Bob is not given away, nor seems to be, by a Bobcat."""
    assert not word.startswith(PEOPLE)
