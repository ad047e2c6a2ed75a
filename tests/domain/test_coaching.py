"""The guided tutor: hints before answers, a slip by its name, an example of another question."""

import pytest

from tests.coaches import PERIMETER, TYPED, answer, do, item, kinds, row, slip
from tests.decks import FIVE, finished, question, wrong_answer
from vel_tutor import content
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain import coaching
from vel_tutor.domain.coaching import filling, telling
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.media import maths
from vel_tutor.vocabulary import CoachMove, CoachStage


@pytest.fixture
def chat(ada):
    return coaching.begin(ada, PERIMETER)


def test_a_conversation_begins_with_a_question_and_no_word_of_its_answer(ada, chat):
    assert kinds(chat) == ["pose"]
    assert chat.is_open
    assert chat.question.html == maths.to_html(item(ada).stem)
    assert not telling.tells(item(ada), chat.turns[0].html)
    assert not chat.may_say


def test_beginning_again_goes_on_where_it_was(ada, chat):
    do(ada, CoachMove.STUCK)

    again = coaching.begin(ada, PERIMETER)

    assert (again.id, kinds(again)) == (chat.id, ["pose", "learner", "hint"])


def test_whoever_is_stuck_gets_two_hints_then_an_example_then_an_easier_question(ada, chat):
    heard = [kinds(do(ada, CoachMove.STUCK))[-1] for _ in range(3)]
    while row(ada).stage is CoachStage.EXAMPLE:
        do(ada, CoachMove.STUCK)
    eased = do(ada, CoachMove.STUCK)

    assert heard == ["hint", "hint", "example"]
    assert kinds(eased)[-1] == "easier"
    assert item(ada).skill in content.skill(PERIMETER).prerequisites
    assert eased.is_open


def test_a_slip_is_called_by_its_name(ada, chat):
    asked, given = item(ada), slip(ada)

    heard = do(ada, CoachMove.ANSWER, given)

    told = content.check(asked, given)
    assert told.misconception
    assert kinds(heard)[-1] == "slip"
    assert maths.to_html(told.feedback) in heard.turns[-1].html
    assert row(ada).misconception == told.misconception


def test_after_three_wrong_answers_the_solution_is_shown(ada, chat):
    heard = [answer(ada, right=False) for _ in range(3)]

    assert [kinds(one).count("solution") for one in heard] == [0, 0, 1]
    assert heard[-1].turns[-1].steps
    assert not heard[-1].is_open
    assert [move.move for move in heard[-1].moves] == ["next", "why", "end"]


def test_a_right_answer_is_checked_with_another_question(ada, chat):
    first = item(ada)

    praised = answer(ada, right=True)
    checked = do(ada, CoachMove.NEXT)
    sticks = answer(ada, right=True)

    assert kinds(praised)[-1] == "right"
    assert kinds(checked)[-1] == "check"
    assert item(ada) != first
    assert "sticks" in sticks.turns[-1].html
    assert (row(ada).solved, row(ada).unaided) == (2, 2)


def test_why_tells_the_idea_and_once_solved_the_way(ada, chat):
    idea = do(ada, CoachMove.WHY)
    answer(ada, right=True)
    way = do(ada, CoachMove.WHY)

    assert maths.to_html(content.skill(PERIMETER).about) in idea.turns[-1].html
    assert len(way.turns[-1].steps) == len(item(ada).steps)


def test_an_example_is_another_question_whose_last_sum_is_the_learners(ada, chat):
    shown = do(ada, CoachMove.EXAMPLE)
    session = row(ada)
    card = Card(session.example_family, session.example_seed)
    while not (seen := do(ada, CoachMove.NEXT)).fills:
        pass
    at = row(ada).example_step - 1

    wrong = do(ada, CoachMove.ANSWER, "999983")
    right = do(ada, CoachMove.ANSWER, str(filling.value_of(card, at)))

    assert maths.to_html(card.item.stem) in shown.turns[-1].html
    assert card.item.stem != item(ada).stem
    assert not shown.is_open
    assert "?" in seen.fills
    assert (kinds(wrong)[-1], kinds(right)[-1], right.fills) == ("unfilled", "filled", "")


def test_an_example_leads_back_to_the_question_it_was_for(ada, chat):
    asked = item(ada)
    heard = do(ada, CoachMove.EXAMPLE)
    while row(ada).stage is CoachStage.EXAMPLE:
        fills = coaching.look(ada).fills
        heard = do(ada, CoachMove.STUCK if fills else CoachMove.NEXT)

    assert kinds(heard)[-1] == "back"
    assert heard.is_open
    assert item(ada) == asked


def test_an_easier_question_leads_back_to_what_was_asked_about(ada, chat):
    do(ada, CoachMove.EASIER)
    answer(ada, right=True)

    back = do(ada, CoachMove.NEXT)

    assert item(ada).skill == PERIMETER
    assert kinds(back)[-1] == "check"


def test_what_is_no_answer_does_not_count(ada):
    coaching.begin(ada, TYPED)

    heard = do(ada, CoachMove.ANSWER, "dunno")

    assert kinds(heard)[-1] == "unread"
    assert row(ada).tries == 0


def test_a_move_from_an_old_tab_changes_nothing(ada, chat):
    do(ada, CoachMove.STUCK)

    late = coaching.move(ada, chat.number, CoachMove.STUCK)

    assert kinds(late) == ["pose", "learner", "hint"]


def test_a_move_that_is_not_offered_is_refused_and_costs_nothing(ada, chat):
    answer(ada, right=True)

    with pytest.raises(Conflict):
        do(ada, CoachMove.STUCK)
    with pytest.raises(Invalid):
        do(ada, CoachMove.SAY, "hello")

    assert kinds(coaching.look(ada))[-1] == "right"


def test_nobody_reaches_somebody_elses_conversation(bob, chat):
    with pytest.raises(NotFound):
        coaching.move(bob, chat.number, CoachMove.STUCK)
    with pytest.raises(NotFound):
        coaching.finish(bob)

    assert coaching.look(bob).id == ""


def test_a_missed_question_is_asked_about_with_its_slip(ada):
    deck = finished(ada, FIVE, wrong=1)
    asked = question(deck, 0)

    chat = coaching.begin_about(ada, deck, 1)

    assert item(ada) == asked
    went = content.check(asked, wrong_answer(deck, 0))
    is_told = went.misconception and not telling.tells(asked, went.feedback)
    assert kinds(chat) == (["recall", "pose"] if is_told else ["pose"])


def test_nobody_asks_about_somebody_elses_deck(ada, bob):
    deck = finished(ada, FIVE)

    with pytest.raises(NotFound):
        coaching.begin_about(bob, deck, 1)
    with pytest.raises(NotFound):
        coaching.desk(bob, session_id=deck, number=1)
    with pytest.raises(NotFound):
        coaching.begin_about(ada, deck, 6)


def test_the_end_says_what_went_well_and_one_next_step(ada, chat):
    answer(ada, right=False)
    answer(ada, right=True)

    ended = coaching.finish(ada)

    assert ended.summary.shown
    assert ended.summary.lines[0] == "You solved 1 of 1."
    assert ended.summary.path.endswith(PERIMETER)
    assert coaching.look(ada).id == ""
