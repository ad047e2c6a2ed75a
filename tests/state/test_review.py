"""The queue as a tab of the staff sees it: who is let in, deciding, the address, the tile."""

from uuid import UUID

import pytest

from tests import people
from tests.befriending import befriend
from tests.feeding import reach
from vel_tutor import routes
from vel_tutor.domain import feed, moderation
from vel_tutor.domain.moderation.views import QueueView
from vel_tutor.state.review import ReviewCountState, ReviewState
from vel_tutor.vocabulary import CaseKind, Decision, ReportKind, Role


@pytest.fixture
def sam(clean_world):
    return people.staff("Sam", Role.TRUST_SAFETY)


@pytest.fixture
def line(ada, bob) -> UUID:
    befriend(ada, bob)
    found = reach(ada, 30)
    feed.report(bob, found, ReportKind.UNKIND)
    return found


async def test_sam_asks_once_more_decides_and_takes_it_back(tab, sam, line):
    queue = tab(sam, routes.STAFF_REVIEW)
    await queue.do(ReviewState.begin)
    assert [case.id for case in queue.held["queue"].cases] == [str(line)]

    await queue.do(ReviewState.ask(str(line), "taken_down"))
    assert queue.held["choice"].question == "Take this line down?"
    await queue.do(ReviewState.settle("line", str(line), "taken_down"))
    assert (queue.held["queue"].cases, queue.held["queue"].waiting) == ((), 0)
    assert queue.held["choice"].verdict == ""

    done = tab(sam, routes.staff_review(tab="settled"))
    await done.do(ReviewState.begin)
    [ruling] = done.held["queue"].cases
    await done.do(ReviewState.undo(ruling.ruling_id))

    assert done.focus == "ref_review_top"
    assert done.held["queue"].cases == ()
    assert moderation.waiting(people.acting(sam)) == 1


async def test_the_slower_of_two_is_told_who_decided(tab, sam, line):
    queue = tab(sam, routes.STAFF_REVIEW)
    await queue.do(ReviewState.begin)
    alex = people.acting(people.staff("Alex", Role.ADMIN))
    moderation.settle(alex, CaseKind.LINE, line, Decision.STAYS)

    await queue.do(ReviewState.settle("line", str(line), "taken_down"))

    told = "Alex has decided this already: stays."
    [case] = queue.held["queue"].cases
    assert (queue.held["words"], case.over, case.choices) == (told, told, ())


async def test_the_address_says_which_kind_and_nonsense_shows_everything(tab, sam, line):
    rooms = tab(sam, routes.staff_review(kind="room"))
    await rooms.do(ReviewState.begin)
    odd = tab(sam, f"{routes.STAFF_REVIEW}?tab=x&kind=y&after=z")
    await odd.do(ReviewState.begin)

    assert rooms.held["queue"].cases == ()
    assert (odd.held["tab"], odd.held["kind"]) == ("open", "")
    assert len(odd.held["queue"].cases) == 1


@pytest.mark.parametrize("role", [Role.TUTOR, Role.COMPLIANCE, Role.PRODUCT_MANAGER])
async def test_others_are_not_let_in(tab, line, role):
    queue = tab(people.staff("Tess", role), routes.STAFF_REVIEW)

    await queue.do(ReviewState.begin)

    assert (queue.held["queue"], queue.went_to) == (QueueView(), routes.NOT_YOURS)


async def test_words_that_are_none_decide_nothing(tab, sam, line):
    queue = tab(sam, routes.STAFF_REVIEW)
    await queue.do(ReviewState.begin)

    await queue.do(ReviewState.settle("line", str(line), "burnt"))
    await queue.do(ReviewState.settle("planet", str(line), "stays"))
    await queue.do(ReviewState.ask(str(line), "burnt"))

    assert moderation.waiting(people.acting(sam)) == 1
    assert queue.held["choice"].verdict == ""


async def test_the_own_page_counts_what_waits_for_those_who_decide_alone(tab, sam, line):
    own, adas = tab(sam, routes.SETTINGS), tab(people.student("Cleo"), routes.SETTINGS)

    await own.do(ReviewCountState.begin)
    await adas.do(ReviewCountState.begin)

    assert own.held["open_cases"] == 1
    assert adas.held.get("open_cases", 0) == 0
