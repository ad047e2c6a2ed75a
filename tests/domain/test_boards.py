"""Leaderboards: what counts, who is compared with whom, and who is on none."""

from tests.crowds import counted, place_of
from tests.decks import FIVE, finished
from vel_tutor.vocabulary import (
    BoardScope,
)


def test_a_finished_deck_puts_ada_on_every_board_she_belongs_to(ada):
    finished(ada, FIVE)

    counted(ada)

    on = {scope: place_of(ada, scope) for scope in BoardScope if scope is not BoardScope.COHORT}
    assert {scope: place.xp for scope, place in on.items()} == dict.fromkeys(on, 15)
    assert {place.accuracy for place in on.values()} == {1000}
    assert {place.streak for place in on.values()} == {1}


def test_told_twice_ada_stands_where_she_stood_and_nobody_hears_of_it(ada, published):
    finished(ada, FIVE)
    counted(ada)
    published.clear()

    counted(ada)

    assert published == []
    assert place_of(ada).xp == 15
