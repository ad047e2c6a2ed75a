"""The tutor as a tab sees it: what is shown, what is not sent, what a hostile client gets."""

import json
from dataclasses import asdict

import pytest

from tests import people
from tests.coaches import PERIMETER, flags, item, row
from tests.decks import FIVE, finished
from vel_tutor import content, routes
from vel_tutor.agents import desk
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain import coaching
from vel_tutor.domain.coaching import OutOfMinutes, modelling
from vel_tutor.state.coaching import CoachDeskState, CoachState

FIT = "Think of walking along every side of it, and tell me what you add up first."


@pytest.fixture
def ada(clean_world):
    return people.student("Ada")


@pytest.fixture
async def talking(tab, ada):
    """ada's tab, in a conversation about perimeters."""
    opened = tab(ada, routes.COACH)
    await opened.do(CoachState.begin)
    await opened.do(CoachState.start(PERIMETER))
    return opened


def kinds(tab) -> list[str]:
    return [turn.kind for turn in tab.held["chat"].turns]


def form(tab, **fields: str) -> dict[str, str]:
    return {"number": str(tab.held["chat"].number), **fields}


async def test_the_desk_suggests_skills_and_finds_others(tab, ada):
    opened = tab(ada, routes.COACH)

    await opened.do(CoachState.begin)
    await opened.do(CoachDeskState.begin)
    suggested = opened.held["desk"]
    await opened.do(CoachDeskState.search("PERIMETER rect"))

    assert opened.held["chat"].id == ""
    assert (suggested.heading, suggested.is_trial) == ("Of your grade", True)
    assert PERIMETER in {one.id for one in opened.held["desk"].skills}


async def test_starting_leads_to_a_clean_address(tab, ada):
    opened = tab(ada, routes.coach(PERIMETER))
    await opened.do(CoachState.begin)

    await opened.do(CoachState.start(PERIMETER))

    assert opened.went_to == routes.COACH


async def test_who_starts_at_the_plain_address_arrives_there_no_second_time(talking):
    assert talking.went_to == ""


async def test_a_reload_goes_on_with_the_talk(talking, tab, ada):
    await talking.do(CoachState.move(talking.held["chat"].number, "stuck"))
    again = tab(ada, routes.COACH)

    await again.do(CoachState.begin)

    assert kinds(again) == ["pose", "learner", "hint"]
    assert again.held["chat"].id == talking.held["chat"].id


async def test_an_answer_is_marked_and_the_key_is_not_sent(talking, ada):
    asked = item(people.acting(ada))

    await talking.do(CoachState.answer(form(talking, answer=content.wrong_answer(asked))))

    assert kinds(talking)[-1] in ("slip", "miss", "hint")
    sent = json.dumps([asdict(turn) for turn in talking.held["chat"].turns if not turn.mine])
    assert asked.key not in sent
    assert "key" not in asdict(talking.held["chat"].question)


async def test_a_missed_question_is_shown_before_a_minute_runs(tab, ada):
    deck = finished(people.acting(ada), FIVE, wrong=1)
    opened = tab(ada, routes.coach_question(deck, 1))

    await opened.do(CoachState.begin)
    await opened.do(CoachDeskState.begin)
    about = opened.held["desk"].about
    begun = opened.held["chat"].id
    await opened.do(CoachState.start_question)

    assert about.html
    assert begun == ""
    assert kinds(opened)[-1] == "pose"


async def test_somebody_elses_deck_is_not_there(tab, ada):
    bob = people.student("Bob")
    deck = finished(people.acting(ada), FIVE, wrong=1)
    opened = tab(bob, routes.coach_question(deck, 1))

    await opened.do(CoachDeskState.begin)
    led_to = opened.went_to
    await opened.do(CoachState.start_question)

    assert led_to == routes.NOT_FOUND
    assert opened.said == NotFound.words


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (CoachState.move(0, "dance"), Invalid.words),
        (CoachState.move(-5, "stuck"), Invalid.words),
        (CoachState.answer({"number": "-1", "answer": "1"}), Invalid.words),
        (CoachState.start("math.juggling"), coaching.NothingToAsk.words),
        (CoachState.report(99), NotFound.words),
    ],
)
async def test_what_no_button_sends_changes_nothing(talking, deed, said):
    before = talking.held["chat"].turns

    await talking.do(deed)

    assert talking.said == said
    assert talking.held["chat"].turns == before


async def test_without_a_model_words_of_ones_own_are_not_taken(talking):
    await talking.do(CoachState.say(form(talking, words="hello")))

    assert "buttons" in talking.said
    assert not talking.held["chat"].may_say


async def test_the_end_is_summed_up_and_leads_back_to_choosing(talking):
    await talking.do(CoachState.move(talking.held["chat"].number, "end"))
    summed = talking.held["chat"].summary
    await talking.do(CoachState.leave_ending)

    assert summed.shown
    assert talking.held["chat"].id == ""


async def test_a_hidden_page_stops_the_clock_and_comes_back_to_it(talking, ada):
    await talking.do(CoachState.turn_away(True))
    stopped = row(people.acting(ada)).clock_since
    await talking.do(CoachState.turn_away(False))

    assert stopped is None
    assert row(people.acting(ada)).clock_since is not None


async def test_out_of_minutes_it_says_what_more_cost(tab, ada, monkeypatch):
    monkeypatch.setattr("vel_tutor.domain.coaching.rules.TRIAL_S", 0)
    opened = tab(ada, routes.COACH)

    await opened.do(CoachDeskState.begin)
    await opened.do(CoachState.start(PERIMETER))

    assert not opened.held["desk"].can_start
    assert "XP" in opened.held["desk"].price
    assert opened.said == OutOfMinutes.words


async def test_a_model_words_the_reply_after_a_moment_of_thinking(tab, ada, oracle, monkeypatch):
    monkeypatch.setattr(modelling, "WITHIN_MS", 60_000)  # a busy machine is slower than a model
    desk.forget()
    oracle.says = json.dumps({"kind": "hint", "text": FIT})
    opened = tab(ada, routes.COACH)
    await opened.do(CoachState.start(PERIMETER))

    await opened.do(CoachState.say(form(opened, words="What do I do first?")))

    said = opened.held["chat"].turns[-1]
    assert (said.html, said.by_model, opened.held["thinking"]) == (FIT, True, False)
    assert "'thinking_rx_state_': True" in opened.sent
    await opened.do(CoachState.report(said.number))
    assert len(flags(people.acting(ada))) == 1


async def test_a_move_the_tutor_did_not_offer_is_refused_kindly(talking, ada):
    asked = item(people.acting(ada))
    await talking.do(CoachState.answer(form(talking, answer=content.right_answer(asked))))

    await talking.do(CoachState.move(talking.held["chat"].number, "easier"))

    assert talking.said != Conflict.words
    assert "buttons" in talking.said
