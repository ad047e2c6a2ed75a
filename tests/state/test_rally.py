"""Rallies as tabs see them: the board, the invitation, and the quiz behind it."""

import pytest

from tests import people
from tests.decks import finished, right_answer
from tests.rallies import FIVE, MATH, code_of, overtake, strangers
from vel_tutor import routes
from vel_tutor.domain import accounts, loops
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.loops import rally
from vel_tutor.state.rally import RallyState
from vel_tutor.state.rally_quiz import RallyQuizState
from vel_tutor.state.results import ResultsState
from vel_tutor.vocabulary import BoardStage, GameStage


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    loops.listen_to_joining()
    return people.student("Ada")


@pytest.fixture
def address(ada):
    return routes.rally_quiz(code_of(people.acting(ada)))


async def test_ada_sees_her_place_on_the_page_of_boards(tab, ada):
    finished(people.acting(ada), FIVE)
    strangers(people.acting(ada), [1] * 12)
    screen = tab(ada, routes.RALLY)

    await screen.do(RallyState.begin)

    assert screen.held["board"].headline == "You're #1 of 13"


async def test_the_board_moves_when_somebody_else_does(tab, ada):
    finished(people.acting(ada), FIVE)
    strangers(people.acting(ada), [1] * 12)
    screen = tab(ada, routes.RALLY)
    await screen.do(RallyState.begin)
    overtake(people.acting(ada))

    await screen.do(RallyState.look)

    assert screen.held["board"].headline == "You're #13 of 13"


async def test_beside_her_results_ada_sees_the_board_of_their_subject(tab, ada):
    session = finished(people.acting(ada), FIVE)
    strangers(people.acting(ada), [1] * 12)
    screen = tab(ada, routes.practice_results(session))

    await screen.do(ResultsState.begin)
    await screen.do(RallyState.begin_beside_results)

    board = screen.held["board"]
    assert (board.stage, board.subject, board.rank) == (BoardStage.FULL, MATH, 1)


async def test_inviting_opens_the_ways_to_send_it(tab, ada):
    screen = tab(ada, routes.RALLY)
    await screen.do(RallyState.begin)

    await screen.do(RallyState.invite)

    assert screen.held["is_open"]
    assert "/s/" in screen.held["share"].copy_url
    assert screen.held["page"] == "/rally?subject=math"


async def test_a_child_sees_neither_board_nor_invitation(tab, clean_world):
    lea = people.child("Lea", "pat.of.lea@example.org")
    accounts.give_consent(people.mailed_link("consent", to="pat.of.lea"), Browser())
    screen = tab(lea, routes.RALLY)

    await screen.do(RallyState.begin)
    assert screen.held["board"].stage == BoardStage.SHUT
    await screen.do(RallyState.invite)

    assert screen.said


async def test_nothing_of_a_board_is_in_a_strangers_tab(tab, ada):
    finished(people.acting(ada), FIVE)
    rally.enter(people.acting(ada), MATH)
    screen = tab(None, routes.RALLY)

    await screen.do(RallyState.begin)

    assert "Student " not in screen.sent
    assert screen.went_to


async def test_a_guest_does_the_quiz_and_sees_their_place(tab, ada, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(RallyQuizState.arrive)
    await bea.do(RallyQuizState.choose_level("9"))

    await bea.do(RallyQuizState.play)
    assert (bea.held["question"].number, bea.focus) == (1, "ref_question")
    for position in range(6):
        given = right_answer(bea.held["deck"].session_id, position)
        await bea.do(RallyQuizState.answer({"position": str(position), "answer": given}))
        await bea.do(RallyQuizState.go_on(position))

    quiz = bea.held["game"]
    assert (quiz.stage, quiz.percent, bea.focus) == (GameStage.DONE, 100, "ref_main")
    assert bea.held["progress"] == 100


async def test_a_grade_nobody_offered_is_not_played(tab, ada, address):
    bea = tab(None, address, visitor="bea")
    await bea.do(RallyQuizState.arrive)
    before = bea.held["game"].grade

    await bea.do(RallyQuizState.choose_level("77"))

    assert bea.held["game"].grade == before


async def test_a_browser_without_cookies_is_told_so(tab, ada, address):
    screen = tab(None, address)

    await screen.do(RallyQuizState.arrive)

    assert screen.held["game"].stage == GameStage.CLOSED
    assert "cookies" in screen.held["game"].words


async def test_ada_is_led_to_her_board_from_her_own_link(tab, ada, address):
    screen = tab(ada, address, visitor="adas-browser")

    await screen.do(RallyQuizState.arrive)

    assert screen.held["game"].stage == GameStage.OWN
