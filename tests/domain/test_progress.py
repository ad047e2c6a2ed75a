"""What a parent sees of a child's learning: true figures, and of their own child only."""

import pytest

from tests import people
from tests.decks import finished
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, progress


@pytest.fixture
def ada_in(clean_world):
    return people.student("Ada")


@pytest.fixture
def pat_of_ada(ada_in):
    pat = people.acting(people.parent("Pat"))
    accounts.accept_invitation(pat, people.family_link(ada_in))
    return pat


def test_a_child_who_has_done_nothing_is_shown_as_that(pat_of_ada, ada_in):
    [child] = progress.at_a_glance(pat_of_ada)
    page = progress.of_child(pat_of_ada, ada_in.user_id)

    assert (child.name, child.minutes, child.tried, child.known) == ("Ada", 0, 0, 0)
    assert (page.skills, page.decks, page.tests, page.week.is_empty) == ((), (), (), True)


def test_a_finished_deck_shows_at_once(pat_of_ada, ada_in):
    finished(people.acting(ada_in), wrong=1)

    [child] = progress.at_a_glance(pat_of_ada)
    page = progress.of_child(pat_of_ada, ada_in.user_id)

    assert (child.answers, child.streak) == (5, 1)
    assert [deck.words for deck in page.decks] == ["4 of 5 right"]
    assert (page.days_words, page.days[-1].kind) == (
        "Practised on 1 of the last 14 days",
        "practised",
    )
    assert child.tried == len(page.skills) == sum(level.count for level in page.counts) > 0


def test_nobody_sees_somebody_elses_child(pat_of_ada, ada_in, bob, tess):
    una = people.acting(people.parent("Una"))

    assert progress.at_a_glance(una) == ()
    with pytest.raises(NotFound):
        progress.of_child(una, ada_in.user_id)
    for other in (bob, tess):
        with pytest.raises(NotAllowed):
            progress.of_child(other, ada_in.user_id)
