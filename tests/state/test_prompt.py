"""What lies over a page to ask somebody to share, and the switches for it, as tabs see them."""

from datetime import datetime

import pytest
from sqlmodel import select

from tests import people
from tests.decks import FIVE, finished
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain.loops import prompts
from vel_tutor.models.prompts import Prompt
from vel_tutor.state.prompt import PromptState, SuggestionsState
from vel_tutor.vocabulary import LoopKind

BUDDY = LoopKind.BUDDY_CHALLENGE.value


@pytest.fixture
def noon():
    """A Saturday noon where ada lives: nobody is at school, and nobody sleeps."""
    with clock.stopped(people.local(people.SATURDAY, 12)) as now:
        yield now


@pytest.fixture
def ada(clean_world, noon):
    return people.student("Ada")


@pytest.fixture
def asked(ada, noon, published) -> datetime:
    """Ada has scored 80 %, and is asked whether a friend can beat it."""
    finished(people.acting(ada), FIVE, wrong=1)
    with transaction() as tx:
        for event in tuple(published):
            prompts.consider(tx, event)
    return noon


async def opened(tab, person):
    screen = tab(person, routes.TODAY)
    await screen.do(PromptState.begin)
    return screen


def row() -> Prompt:
    with reading() as tx:
        return tx.session.exec(select(Prompt).where(Prompt.loop == BUDDY)).one()


async def test_ada_is_asked_in_each_of_her_tabs_until_she_answers_in_one(tab, ada, asked):
    first, second = await opened(tab, ada), await opened(tab, ada)
    assert "80%" in first.held["prompt"].words
    assert first.held["prompt"].id == second.held["prompt"].id

    await first.do(PromptState.dismiss(False))
    await second.do(PromptState.look)

    assert [one.held["prompt"].id for one in (first, second)] == ["", ""]


async def test_what_appeared_is_noted_once(tab, ada, asked):
    screen = await opened(tab, ada)

    await screen.do(PromptState.appeared)
    first_seen = row().shown_at
    await screen.do(PromptState.appeared)

    assert first_seen is not None
    assert row().shown_at == first_seen


async def test_ada_follows_it_to_where_her_result_is_shared(tab, ada, asked):
    screen = await opened(tab, ada)
    leads_to = screen.held["prompt"].path

    await screen.do(PromptState.follow)

    assert screen.went_to == leads_to
    assert "share=" in leads_to
    assert screen.held["prompt"].id == ""


async def test_never_again_can_be_taken_back_at_once(tab, ada, asked):
    screen = await opened(tab, ada)

    await screen.do(PromptState.never)
    settings = tab(ada, routes.SETTINGS)
    await settings.do(SuggestionsState.arrive)
    assert not wanted(settings)[BUDDY]
    assert screen.held["muted"].loop == BUDDY
    await screen.do(PromptState.undo)
    await settings.do(SuggestionsState.arrive)

    assert wanted(settings)[BUDDY]
    assert screen.held["prompt"].id == ""


async def test_opening_the_sheet_puts_nothing_away(tab, ada, asked):
    screen = await opened(tab, ada)
    waiting = screen.held["prompt"].id

    await screen.do(PromptState.dismiss(True))

    assert screen.held["prompt"].id == waiting


async def test_a_stranger_is_asked_nothing(tab, clean_world):
    screen = await opened(tab, None)

    assert "prompt" not in screen.held or not screen.held["prompt"].id


async def test_ada_switches_one_kind_off_and_then_all(tab, ada):
    settings = tab(ada, routes.SETTINGS)
    await settings.do(SuggestionsState.arrive)
    assert settings.held["is_on"]

    await settings.do(SuggestionsState.turn(BUDDY, False))
    assert [loop for loop, is_on in wanted(settings).items() if not is_on] == [BUDDY]
    await settings.do(SuggestionsState.turn_all(False))

    assert not settings.held["is_on"]


@pytest.mark.parametrize("loop", ["", "no such loop"])
async def test_a_word_that_is_no_loop_is_refused(tab, ada, loop):
    settings = tab(ada, routes.SETTINGS)

    await settings.do(SuggestionsState.turn(loop, False))

    assert settings.said


def wanted(screen) -> dict[str, bool]:
    return {one.loop: one.is_on for one in screen.held["loops"]}
