"""Somebody decides while cases come in and others decide, too: nothing moves under their hands."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests import coaches, holding, people
from tests.befriending import befriend
from tests.feeding import reach
from tests.halls import group, joined, room_of
from vel_tutor import routes
from vel_tutor.core import clock, events
from vel_tutor.domain import coaching, friends, loops, moderation, rooms
from vel_tutor.live import topics
from vel_tutor.state.review import ReviewState
from vel_tutor.vocabulary import CaseKind, CoachMove, Decision, ReportKind, Role


@pytest.fixture
def sam(clean_world):
    return people.staff("Sam", Role.TRUST_SAFETY)


@pytest.fixture
def lines(ada, bob):
    """Three lines of ada's that bob reported, the latest first."""
    befriend(ada, bob)
    return [_reported(ada, bob, minutes) for minutes in (30, 20, 10)][::-1]


def _reported(ada, bob, minutes):
    line = reach(ada, 100 + minutes)
    with clock.stopped(clock.now() - timedelta(minutes=minutes)):
        friends.report(bob, ada.user_id, ReportKind.UNKIND, line)
    return str(line)


@pytest.fixture
async def queue(tab, sam, lines):
    """Sam's open page."""
    screen = tab(sam, routes.STAFF_REVIEW)
    await screen.do(ReviewState.begin)
    assert _shown(screen) == lines
    return screen


def _shown(screen):
    return [case.id for case in screen.held["queue"].cases]


async def test_a_new_case_waits_behind_a_button_and_nothing_moves(queue, ada, bob, lines):
    new = _reported(ada, bob, 1)

    await queue.do(ReviewState.look)
    assert (_shown(queue), queue.held["new"], queue.held["queue"].waiting) == (lines, 1, 4)
    await queue.do(ReviewState.show_new)

    assert (_shown(queue), queue.held["new"]) == ([new, *lines], 0)
    assert queue.focus == "ref_review_top"


async def test_what_alex_decides_stays_where_it_was_and_says_so(queue, alex, lines):
    moderation.settle(alex, CaseKind.LINE, UUID(lines[1]), Decision.STAYS)

    await queue.do(ReviewState.look)

    assert (_shown(queue), queue.held["new"], queue.held["queue"].waiting) == (lines, 0, 2)
    over = [(case.over, len(case.choices)) for case in queue.held["queue"].cases]
    assert over == [("", 2), ("Alex has decided this already: stays.", 0), ("", 2)]


async def test_after_a_decision_the_focus_goes_to_the_case_that_follows(queue, lines):
    for line, following in ((lines[1], lines[2]), (lines[2], lines[0])):
        await queue.do(ReviewState.ask(line, "stays"))
        await queue.do(ReviewState.settle("line", line, "stays"))
        await queue.do(ReviewState.aim)
        assert (queue.held["at_case"], queue.focus) == (following, "ref_review_next")

    await queue.do(ReviewState.settle("line", lines[0], "stays"))
    await queue.do(ReviewState.aim)

    assert (queue.held["at_case"], queue.focus) == ("", "ref_review_top")


async def test_a_question_that_is_put_away_leads_back_to_its_case(queue, lines):
    await queue.do(ReviewState.ask(lines[2], "taken_down"))

    await queue.do(ReviewState.change(False))
    await queue.do(ReviewState.aim)

    assert (queue.held["at_case"], queue.focus) == (lines[2], "ref_review_next")


async def test_a_page_that_is_emptied_shows_what_came_meanwhile(queue, ada, bob, lines):
    for line in lines[:2]:
        await queue.do(ReviewState.settle("line", line, "stays"))
    new = _reported(ada, bob, 1)

    await queue.do(ReviewState.settle("line", lines[2], "stays"))

    assert _shown(queue) == [new]


async def test_sixty_cases_come_in_pages_and_what_is_behind_a_page_is_not_new(tab, sam, ada, bob):
    pupils = [people.acting(people.student(f"Pupil{letter}")) for letter in "abc"]
    late_first = range(60, 0, -1)
    every = [_reported(ada, pupils[minutes % 3], minutes) for minutes in late_first][::-1]
    first = tab(sam, routes.STAFF_REVIEW)
    await first.do(ReviewState.begin)
    after = first.held["queue"].after
    second = tab(sam, routes.staff_review(after=after))
    await second.do(ReviewState.begin)
    assert (_shown(first), _shown(second)) == (every[:20], every[20:40])

    _reported(ada, bob, 0)
    for screen in (first, second):
        await screen.do(ReviewState.look)

    assert (first.held["new"], second.held["new"]) == (1, 0)
    assert (_shown(first), _shown(second)) == (every[:20], every[20:40])


async def test_settled_cases_that_alex_takes_back_say_so_and_new_ones_wait(tab, sam, alex, lines):
    for line in lines[:2]:
        moderation.settle(alex, CaseKind.LINE, UUID(line), Decision.STAYS)
    done = tab(sam, routes.staff_review(tab="settled"))
    await done.do(ReviewState.begin)
    shown = _shown(done)
    moderation.settle(alex, CaseKind.LINE, UUID(lines[2]), Decision.STAYS)
    moderation.undo(alex, UUID(done.held["queue"].cases[0].ruling_id))

    await done.do(ReviewState.look)

    assert (_shown(done), done.held["new"]) == (shown, 1)
    assert [case.over for case in done.held["queue"].cases] == [
        "Taken back: the case is open again.",
        "",
    ]


def reports_a_person():
    ada, bob = (people.acting(people.student(name)) for name in ("Ada", "Bob"))
    friends.report(bob, ada.user_id, ReportKind.UNKIND)


def reports_a_room():
    ada, bob = (people.acting(people.student(name)) for name in ("Ada", "Bob"))
    slug = group(ada)
    joined(bob, slug)
    rooms.report_room(bob, room_of(slug).id, ReportKind.SPAM)


def writes_of_danger():
    ada = people.acting(people.student("Ada"))
    coaching.begin(ada, coaches.PERIMETER)
    coaches.do(ada, CoachMove.SAY, "I want to die")


def is_held_on_joining():
    loops.listen_to_joining()
    holding.challenge_same_device()


def is_held_as_a_member():
    loops.listen_to_joining()
    holding.family_of_the_same_child()


@pytest.mark.parametrize(
    "happens",
    [
        reports_a_person,
        reports_a_room,
        writes_of_danger,
        is_held_on_joining,
        is_held_as_a_member,
    ],
)
async def test_whatever_opens_a_case_wakes_sams_open_page(tab, sam, oracle, monkeypatch, happens):
    screen = tab(sam, routes.STAFF_REVIEW)
    await screen.do(ReviewState.begin)
    woken = []
    monkeypatch.setattr(events, "_listeners", [lambda news: woken.extend(news)])

    happens()
    assert topics.review() in {topic for event in woken for topic in event.topics}
    await screen.do(ReviewState.look)

    assert len(_shown(screen)) == 1
