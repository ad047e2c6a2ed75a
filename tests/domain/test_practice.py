"""Decks are played once, by their player, and no answer is lost or counted twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from tests.decks import TEN, finished, question, right_answer, wrong_answer
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import practice
from vel_tutor.domain.practice import DeckChoice, Player, rules
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.vocabulary import Standing, Subject

FIVE = DeckChoice(subject=Subject.MATH, grade=4, skill="math.place_value", size=5)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
GUEST = Player.guest("a-visitor")


def test_opening_the_same_choice_again_goes_on_with_the_same_deck(ada):
    first, second = practice.open_session(ada, FIVE), practice.open_session(ada, FIVE)

    assert first.session_id == second.session_id
    assert practice.open_session(ada, TEN).session_id != first.session_id


def test_nothing_is_dealt_where_there_are_no_questions(ada):
    for choice in (
        replace(FIVE, skill="math.juggling"),
        replace(FIVE, grade=99),
        replace(FIVE, size=7),
    ):
        with pytest.raises(Invalid):
            practice.open_session(ada, choice)


def test_only_students_practise(ada):
    with pytest.raises(NotAllowed):
        practice.open_session(replace(ada, standing=Standing.PARENT), FIVE)


def test_a_right_answer_is_counted_and_explained(ada):
    session = practice.open_session(ada, FIVE).session_id

    went = practice.submit_answer(ada, UUID(session), 0, right_answer(session, 0))

    assert (went.right, went.answered, went.correct) == (True, 1, 1)
    assert went.verdict.heading == "Right!"
    assert went.verdict.steps


def test_a_wrong_choice_hears_why_it_is_tempting(ada):
    session = practice.open_session(ada, FIVE).session_id
    answer = wrong_answer(session, 0)

    went = practice.submit_answer(ada, UUID(session), 0, answer)

    assert (went.right, went.correct, went.verdict.heading) == (False, 0, "Not quite")
    assert went.verdict.html
    assert went.verdict.html != went.verdict.key


def test_what_cannot_be_read_is_not_an_answer(ada):
    session = practice.open_session(ada, FIVE).session_id

    went = practice.submit_answer(ada, UUID(session), 0, "  ")

    assert (went.counted, went.answered, went.verdict.shown) == (False, 0, False)
    assert went.feedback


@pytest.mark.parametrize("answer", ["1" * 201, "1\x00", "1\ud800", "1\x1b[2J"])
def test_what_nobody_can_type_is_refused(ada, answer):
    session = practice.open_session(ada, FIVE).session_id

    with pytest.raises(Invalid):
        practice.submit_answer(ada, UUID(session), 0, answer)


def test_a_second_answer_gets_the_verdict_of_the_first(ada):
    session = practice.open_session(ada, FIVE).session_id
    first = practice.submit_answer(ada, UUID(session), 0, right_answer(session, 0))

    again = practice.submit_answer(ada, UUID(session), 0, wrong_answer(session, 0))

    assert again == first


def test_no_question_is_answered_before_its_turn(ada):
    session = practice.open_session(ada, FIVE).session_id

    with pytest.raises(practice.NotOpenYet):
        practice.submit_answer(ada, UUID(session), 1, "0")
    for nowhere in (-1, 5):
        with pytest.raises(NotFound):
            practice.submit_answer(ada, UUID(session), nowhere, "0")


def test_nobody_touches_somebody_elses_deck(ada, bob):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    for attempt in (
        lambda: practice.resume(bob, session),
        lambda: practice.submit_answer(bob, session, 0, "0"),
        lambda: practice.reveal(bob, session, 0),
        lambda: practice.hint(bob, session, 0, 1),
        lambda: practice.next_question(bob, session, 0),
        lambda: practice.pause(bob, session),
        lambda: practice.drop(bob, session),
        lambda: practice.results(bob, session),
        lambda: practice.resume(bob, uuid4()),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_no_view_tells_the_answer_before_it_is_given(ada):
    for choice in (FIVE, TEN):
        view = practice.open_session(ada, choice)
        shown = repr(view)
        item = question(view.session_id, 0)
        assert not view.verdict.shown
        assert not any(one.feedback in shown for one in item.choices)
        assert not any(step.sentence in shown for step in item.steps)
        assert not any(hint in shown for hint in item.hints)
        assert "right=True" not in shown


def test_leaving_the_verdict_moves_to_the_next_question(ada):
    session = practice.open_session(ada, FIVE).session_id
    practice.submit_answer(ada, UUID(session), 0, right_answer(session, 0))

    before = practice.resume(ada, UUID(session))
    after = practice.next_question(ada, UUID(session), 0)

    assert before.verdict.shown
    assert before.question.position == 0
    assert not after.verdict.shown
    assert after.question.position == 1
    assert practice.next_question(ada, UUID(session), 0).question.position == 1


def test_time_stands_still_in_a_pause_and_goes_on_on_the_next_device(ada):
    with clock.stopped(MORNING):
        session = UUID(practice.open_session(ada, FIVE).session_id)
    with clock.stopped(MORNING + timedelta(seconds=20)):
        practice.pause(ada, session)
    with clock.stopped(MORNING + timedelta(hours=5)):
        resumed = practice.resume(ada, session)
    with clock.stopped(MORNING + timedelta(hours=5, seconds=3)):
        later = practice.resume(ada, session)

    assert (resumed.question.position, resumed.question.spent_ms) == (0, 20_000)
    assert later.question.spent_ms == 23_000


def test_reading_the_verdict_costs_no_time(ada):
    with clock.stopped(MORNING):
        session = UUID(practice.open_session(ada, FIVE).session_id)
    with clock.stopped(MORNING + timedelta(seconds=9)):
        practice.submit_answer(ada, session, 0, right_answer(session, 0))
    with clock.stopped(MORNING + timedelta(minutes=4)):
        assert practice.next_question(ada, session, 0).question.spent_ms == 0
        with reading() as tx:
            assert practice.score_of(tx, session).spent_ms == 9000


def test_hints_come_in_two_stages_and_are_remembered(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    first = practice.hint(ada, session, 0, 1).question
    again = practice.hint(ada, session, 0, 1).question
    both = practice.hint(ada, session, 0, 2).question

    assert (len(first.hints), first.hints_left, len(again.hints)) == (1, 1, 1)
    assert (len(both.hints), both.hints_left) == (2, 0)
    went = practice.submit_answer(ada, session, 0, right_answer(session, 0))
    assert went.verdict.heading == "Right, with a hint"


@pytest.mark.parametrize("number", [0, 3, -1])
def test_there_is_no_third_hint(ada, number):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    with pytest.raises(Invalid):
        practice.hint(ada, session, 0, number)


def test_asking_to_see_the_solution_counts_as_not_right(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    went = practice.reveal(ada, session, 0)

    assert (went.right, went.answered, went.correct) == (False, 1, 0)
    assert went.verdict.revealed
    assert went.verdict.key
    assert practice.submit_answer(ada, session, 0, right_answer(session, 0)) == went


def test_levels_move_a_fifth_of_the_way(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    right = practice.submit_answer(ada, session, 0, right_answer(session, 0))
    practice.hint(ada, session, 1, 1)
    hinted = practice.submit_answer(ada, session, 1, right_answer(session, 1))
    wrong = practice.submit_answer(ada, session, 2, wrong_answer(session, 2))

    assert [view.level.percent for view in (right, hinted, wrong)] == [60, 58, 46]
    assert [view.level.words for view in (right, wrong)] == ["Started", "Started"]
    assert practice.levels(ada)[0].answers == 3


def test_a_dropped_deck_is_gone_and_a_new_one_can_be_dealt(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)

    practice.drop(ada, session)

    with pytest.raises(NotFound):
        practice.resume(ada, session)
    assert practice.open_session(ada, FIVE).session_id != str(session)


def test_unfinished_decks_wait_at_the_top(ada):
    session = practice.open_session(ada, FIVE).session_id
    practice.submit_answer(ada, UUID(session), 0, right_answer(session, 0))

    waiting = practice.unfinished(ada)

    assert [(deck.session_id, deck.answered, deck.percent) for deck in waiting] == [
        (session, 1, 20)
    ]


def test_the_menu_offers_only_skills_with_questions():
    offered = {skill.id for skill in practice.menu()}

    assert offered == {family.skill for family in content.families()}


def _guest_plays(cards, source, right: int, size: int = 5) -> UUID:
    with transaction() as tx:
        session = practice.open_deck_for(tx, GUEST, cards, source)
    for position in range(size):
        answer = (right_answer if position < right else wrong_answer)(session, position)
        with transaction() as tx:
            practice.answer_for(tx, GUEST, session, position, answer)
    return session


def test_a_guest_plays_other_questions_of_the_same_kind(ada):
    sent = finished(ada, FIVE, at=MORNING)
    with reading() as tx:
        cards = practice.deck_like(tx, sent, 4)
        same = practice.deck_like(tx, sent, 4)

    played = _guest_plays(cards, uuid4(), right=4)

    assert cards == same
    with reading() as tx:
        score = practice.score_of(tx, played)
        results = practice.results_for(tx, GUEST, played)
    assert (score.correct, score.percent, score.completed) == (4, 80, True)
    assert (results.xp, results.correct) == (0, 4)
    with pytest.raises(NotFound), reading() as tx:
        practice.results_for(tx, Player.guest("another"), played)


def test_a_guest_gets_one_deck_for_one_challenge():
    source = uuid4()
    cards = rules.deal(["math.place_value.digit"], 5, 1)

    with transaction() as tx:
        first = practice.open_deck_for(tx, GUEST, cards, source)
    with transaction() as tx:
        second = practice.open_deck_for(tx, GUEST, cards, source)

    assert first == second


def test_signing_up_keeps_what_a_guest_played_and_earned(ada):
    with clock.stopped(MORNING):
        cards = rules.deal(["math.place_value.digit"], 5, 1)
        with transaction() as tx:
            session = practice.open_deck_for(tx, GUEST, cards, uuid4())
            practice.resume_for(tx, GUEST, session)
    for position in range(5):
        with clock.stopped(MORNING + timedelta(seconds=9 * (position + 1))), transaction() as tx:
            practice.answer_for(tx, GUEST, session, position, right_answer(session, position))
            practice.next_question_for(tx, GUEST, session, position)

    with clock.stopped(MORNING + timedelta(minutes=2)):
        with transaction() as tx:
            claimed = practice.claim(tx, "a-visitor", ada.user_id)
        with transaction() as tx:
            again = practice.claim(tx, "a-visitor", ada.user_id)

        assert (claimed, again) == (1, 0)
        assert practice.results(ada, session).xp == 15
        assert practice.levels(ada)[0].answers == 5
    with pytest.raises(NotFound), transaction() as tx:
        practice.resume_for(tx, GUEST, session)


def test_a_player_is_a_user_or_a_guest_and_never_both():
    for user_id, visitor_id in ((None, None), (uuid4(), "v"), (None, "")):
        with pytest.raises(ValueError, match="either"):
            Player(user_id=user_id, visitor_id=visitor_id)


def test_nothing_a_forgotten_learner_wrote_stays(ada):
    session = finished(ada, TEN, wrong=2, at=MORNING)

    with transaction() as tx:
        practice.forget(tx, ada.user_id)

    assert practice.levels(ada) == ()
    with reading() as tx:
        rows = tx.session.exec(
            select(PracticeQuestion).where(PracticeQuestion.session_id == session)
        ).all()
    assert {(row.answer, row.misconception) for row in rows} == {("", "")}


@pytest.mark.commits
def test_two_tabs_never_answer_twice(ada):
    session = practice.open_session(ada, FIVE).session_id
    answers = [right_answer(session, 0), wrong_answer(session, 0)] * 10

    with ThreadPoolExecutor(20) as pool:
        went = list(pool.map(lambda a: practice.submit_answer(ada, UUID(session), 0, a), answers))

    assert len({view.right for view in went}) == 1
    assert {view.answered for view in went} == {1}
    assert practice.levels(ada)[0].answers == 1


@pytest.mark.commits
def test_answering_and_leaving_at_once_neither_blocks_nor_changes_the_answer(ada):
    session = UUID(practice.open_session(ada, FIVE).session_id)
    answers = [right_answer(session, position) for position in range(5)]

    with ThreadPoolExecutor(8) as pool:
        for position, answer in enumerate(answers):
            leaving = [pool.submit(practice.put_aside, ada) for _ in range(6)]
            went = pool.submit(practice.submit_answer, ada, session, position, answer)
            assert went.result(timeout=60).answered == position + 1
            assert all(len(one.result(timeout=60)) <= 1 for one in leaving)
            practice.next_question(ada, session, position)

    assert practice.results(ada, session).correct == 5


@pytest.mark.commits
def test_twenty_tabs_that_open_one_choice_share_one_deck(ada):
    with ThreadPoolExecutor(20) as pool:
        opened = pool.map(lambda _: practice.open_session(ada, FIVE).session_id, range(20))

    assert len(set(opened)) == 1


def test_an_answer_costs_few_statements(ada, queries):
    session = UUID(practice.open_session(ada, FIVE).session_id)
    answer = right_answer(session, 0)

    with queries(at_most=19):
        practice.submit_answer(ada, session, 0, answer)
    with queries(at_most=12):
        practice.next_question(ada, session, 0)
    with queries(at_most=10):
        practice.resume(ada, session)
