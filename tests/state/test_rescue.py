"""Rescues as tabs see them: the caller's page, the friend's door, the room for two."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests import people
from tests.company import member, play
from tests.decks import right_answer
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.domain import accounts, loops
from vel_tutor.domain.loops import rescue
from vel_tutor.state.rescue import DoorState, RescueState, RiskState
from vel_tutor.state.room import RoomState
from vel_tutor.vocabulary import DoorStage, RoomStage


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def code(ada):
    """She has called for company."""
    return rescue.invite(people.acting(ada)).share.qr.split("/")[2]


@pytest.fixture
def room(ada, code):
    return rescue.home(people.acting(ada)).room


@pytest.fixture
def bea(tab, code, room):
    """A friend without an account, in the room."""
    rescue.join(loops.Friend(visitor_id="bea"), code)
    return tab(None, room, visitor="bea")


async def answer(tab, position):
    given = right_answer(tab.held["deck"].session_id, position)
    await tab.do(RoomState.answer({"position": str(position), "answer": given}))


async def test_calling_opens_a_room_with_every_way_to_send_the_link(tab, ada):
    screen = tab(ada, routes.RESCUE)
    await screen.do(RescueState.begin)
    assert (screen.held["home"].room, screen.held["home"].may_invite) == ("", True)

    await screen.do(RescueState.ask)

    home = screen.held["home"]
    assert home.room.startswith("/copractice/")
    assert home.share.sms.startswith("sms:")
    assert 0 < home.time.left_ms <= 2 * 60 * 60 * 1000


async def test_a_child_without_company_is_told_whom_to_ask_and_cannot_call(tab):
    child = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat@"), accounts.Browser(address="198.51.100.7")
    )
    screen = tab(child, routes.RESCUE)
    await screen.do(RescueState.begin)
    assert not screen.held["home"].may_invite

    await screen.do(RescueState.ask)

    assert screen.said


async def test_a_guest_is_in_the_room_after_one_tap(tab, code, room):
    bea = tab(None, routes.rescue_invited(code), visitor="bea")
    await bea.do(DoorState.arrive)
    assert bea.held["door"].stage == DoorStage.INVITED

    await bea.do(DoorState.come_in)

    assert bea.went_to == room


async def test_whoever_has_a_seat_is_led_in_at_once(tab, ada, code, room):
    screen = tab(ada, routes.rescue_invited(code))

    await screen.do(DoorState.arrive)

    assert screen.went_to == room


async def test_a_third_person_reads_that_the_room_is_full(tab, bea, code, room):
    cem = tab(people.student("Cem"), routes.rescue_invited(code))
    await cem.do(DoorState.arrive)
    assert cem.held["door"].stage == DoorStage.FULL

    cem.path = room
    await cem.do(RoomState.begin)

    assert cem.held["room"].stage == RoomStage.CLOSED
    assert cem.held["room"].words == rescue.RoomFull.words


@pytest.mark.parametrize("path", ["/copractice/x", f"/copractice/{UUID(int=7)}", "/copractice/"])
async def test_a_room_that_is_not_there_is_one_calm_page(tab, ada, path):
    screen = tab(ada, path)

    await screen.do(RoomState.begin)

    assert screen.held["room"].stage == RoomStage.CLOSED


async def test_a_guest_practises_to_the_end_and_is_asked_to_keep_it(bea):
    await bea.do(RoomState.begin)
    assert (bea.held["room"].stage, bea.held["question"].number) == (RoomStage.PLAYING, 1)

    for position in range(10):
        await answer(bea, position)
        assert bea.held["verdict"].right
        await bea.do(RoomState.go_on(position))

    end = bea.held["room"]
    assert (end.stage, end.percent, end.is_guest) == (RoomStage.DONE, 100, True)
    assert bea.focus == "ref_main"


async def test_nothing_that_is_sent_names_the_other_or_tells_an_answer(tab, ada, bea, room):
    await bea.do(RoomState.begin)
    seen = bea.sent
    await answer(bea, 0)
    screen = tab(ada, room)
    await screen.do(RoomState.begin)

    for secret in ("'Ada'", "ada@example.org", str(people.acting(ada).user_id)):
        assert secret not in seen + bea.sent
    assert not screen.held["verdict"].shown
    assert screen.held["verdict"].key == ""


async def test_the_other_ones_progress_shows_and_the_own_question_stays(tab, ada, bea, room):
    await bea.do(RoomState.begin)
    await answer(bea, 0)
    question, verdict = bea.held["question"], bea.held["verdict"]
    play(member(people.acting(ada)), UUID(room.split("/")[2]), 4)

    await bea.do(RoomState.look)

    assert (bea.held["room"].partner.answered, bea.held["room"].partner.percent) == (4, 40)
    assert (bea.held["question"], bea.held["verdict"]) == (question, verdict)


async def test_another_device_that_went_on_takes_this_one_along(tab, ada, room):
    phone, tablet = tab(ada, room), tab(ada, room)
    await phone.do(RoomState.begin)
    await tablet.do(RoomState.begin)
    await answer(phone, 0)
    await phone.do(RoomState.go_on(0))

    await tablet.do(RoomState.look)

    assert (tablet.held["answered"], tablet.held["question"].number) == (1, 2)


async def test_an_answer_that_was_given_on_another_device_stands(tab, ada, room):
    phone, tablet = tab(ada, room), tab(ada, room)
    await phone.do(RoomState.begin)
    await tablet.do(RoomState.begin)
    await answer(phone, 0)

    await answer(tablet, 0)

    assert tablet.held["answered"] == 1
    assert "another device" in tablet.held["words"]


async def test_when_time_is_over_the_page_says_so_instead_of_taking_answers(bea):
    await bea.do(RoomState.begin)
    await answer(bea, 0)

    with clock.stopped(clock.now() + timedelta(hours=3)):
        await answer(bea, 1)

    assert bea.held["room"].stage == RoomStage.OVER


@pytest.mark.parametrize(
    "form", [None, "x", {}, {"position": "x"}, {"position": "77", "answer": "1"}, {"answer": 7}]
)
async def test_odd_forms_are_refused_without_harm(bea, form):
    await bea.do(RoomState.begin)

    await bea.do(RoomState.answer(form))

    assert bea.said
    assert bea.held["answered"] == 0


async def test_todays_page_warns_only_while_a_streak_ends_soon(tab, ada):
    screen = tab(ada, routes.TODAY)

    await screen.do(RiskState.begin)

    assert not screen.held["risk"].is_at_risk
