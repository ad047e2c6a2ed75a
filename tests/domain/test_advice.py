"""What advisers say is written down, for the staff and for a while, and holds nobody's data."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from tests import people
from vel_tutor.agents import desk
from vel_tutor.agents.brains import personalization, social_presence
from vel_tutor.agents.brains.social_presence import Question
from vel_tutor.agents.facts import Facts
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import advice
from vel_tutor.domain.advice import LogQuery, rules
from vel_tutor.models.advice import AdviceEntry
from vel_tutor.vocabulary import AgeBand, Agent, LoopKind, Role

PRESENCE = Agent.SOCIAL_PRESENCE
NOTHING = social_presence.Answer(words="", reason="The adviser gave no answer.")
FRIEND = Question(here=7, may_see=True, friends_here=1, friend="Otter 12")


@pytest.fixture
def pam(clean_world):
    """A product manager."""
    return people.acting(people.staff("Pam", Role.PRODUCT_MANAGER))


def ask(question=FRIEND, **how):
    with transaction() as tx:
        return advice.ask(tx, PRESENCE, question, NOTHING, **how)


def entries() -> list[AdviceEntry]:
    with reading() as tx:
        return list(tx.session.exec(select(AdviceEntry).order_by(col(AdviceEntry.seq))).all())


def test_an_answer_comes_back_and_is_written_down():
    about = uuid4()

    answer = ask(subject_id=about)

    (entry,) = entries()
    assert answer.words == "Otter 12 is practising now"
    assert (entry.agent, entry.subject_id, entry.answer) == (PRESENCE, about, "friend")
    assert (entry.lapse, 0 < entry.latency_ms < 5000) == ("", True)


def test_the_log_holds_no_name_and_no_words_of_the_question():
    ask()

    (entry,) = entries()
    assert "Otter" not in entry.model_dump_json()


def test_equal_questions_are_told_apart_from_others_by_their_hash():
    for question in (FRIEND, FRIEND, Question(here=8, may_see=True)):
        ask(question)

    first, second, third = (entry.question_hash for entry in entries())
    assert first == second != third


def test_nobody_without_our_key_finds_a_question_by_its_hash():
    assert rules.question_hash(FRIEND, b"one key") != rules.question_hash(FRIEND, b"another")


def test_an_adviser_is_not_asked_what_is_for_another():
    with pytest.raises(TypeError), transaction() as tx:
        advice.ask(tx, Agent.TRUST_SAFETY, FRIEND, None)


def test_what_is_not_committed_was_not_said():
    def give_up():
        with transaction() as tx:
            advice.ask(tx, PRESENCE, FRIEND, NOTHING)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert entries() == []


def test_a_model_that_hangs_is_written_down_as_late(oracle):
    oracle.silent_until.clear()
    question = personalization.Question(
        loop=LoopKind.BUDDY_CHALLENGE,
        role=Role.STUDENT,
        age_band=AgeBand.TEEN,
        facts=Facts(title="Fractions", percent=85),
        variant="treatment",
    )

    with transaction() as tx:
        answer = advice.ask(tx, Agent.PERSONALIZATION, question, None)

    assert answer == personalization.advise(question)
    assert [entry.lapse for entry in entries()] == [desk.Lapse.LATE]


def test_what_was_said_is_not_changed():
    ask()

    with pytest.raises(IntegrityError, match="only ever added"), transaction() as tx:
        tx.session.connection().execute(text("UPDATE advice_entry SET answer = 'other'"))


@pytest.mark.machine_clock  # the database keeps it by its own
def test_nobody_drops_what_was_said_today():
    ask()

    with pytest.raises(IntegrityError, match="only ever added"), transaction() as tx:
        tx.session.connection().execute(text("DELETE FROM advice_entry"))


@pytest.mark.machine_clock  # the database keeps it by its own
def test_what_was_said_long_ago_is_dropped():
    with clock.stopped(clock.now() - rules.KEPT - timedelta(days=1)):
        ask()
    ask()

    assert advice.forget_old() == 1
    assert len(entries()) == 1


def test_turning_the_pages_shows_every_answer_once(pam):
    for here in range(rules.PAGE + 3):
        ask(Question(here=here, may_see=True))

    first = advice.browse(pam, LogQuery())
    second = advice.browse(pam, LogQuery(), first.after)

    seqs = [one.seq for one in (*first.decisions, *second.decisions)]
    assert seqs == sorted({entry.seq or 0 for entry in entries()}, reverse=True)
    assert second.after == ""


def test_the_filters_let_through_what_they_say(pam):
    ask()
    ask(Question(here=0, may_see=True))

    def shown(**query):
        return [one.answer for one in advice.browse(pam, LogQuery(**query)).decisions]

    assert shown(agent=PRESENCE) == ["nothing", "friend"]
    assert shown(agent=Agent.TRUST_SAFETY) == []
    assert shown(answer="friend") == ["friend"]
    assert shown(only_lapses=True) == []


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, "1 OR 1"])
def test_a_page_that_cannot_be_is_no_trouble(pam, after):
    ask()

    advice.browse(pam, LogQuery(), after)


def test_the_pace_of_a_day_is_measured_and_of_yesterday_not(pam):
    with clock.stopped(clock.now() - timedelta(hours=25)):
        ask()
    ask()

    by_name = {pace.agent: pace for pace in advice.browse(pam, LogQuery()).pace}

    assert len(by_name) == len(Agent)
    assert (by_name["Social Presence"].answers, by_name["Social Presence"].keeps) == (1, True)
    assert by_name["Trust & Safety"].median == "None yet"


def test_the_page_asks_the_database_little(pam, queries):
    for _ in range(5):
        ask()

    with queries(at_most=10):
        advice.browse(pam, LogQuery())


def test_students_and_parents_do_not_read_it(ada, pat, tess):
    for actor in (ada, pat, tess):
        with pytest.raises(NotAllowed):
            advice.browse(actor, LogQuery())
