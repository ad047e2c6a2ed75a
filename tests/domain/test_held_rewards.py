"""What was held of every loop: let go it is paid once, denied never, whoever decides."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest

from tests import holding
from tests.holding import EACH_LOOP, STORIES, decide, only_case, staff
from vel_tutor.core import clock
from vel_tutor.domain import incentives, loops, moderation
from vel_tutor.domain.attribution.events import RewardHeld
from vel_tutor.domain.loops import proud_parent
from vel_tutor.vocabulary import Decision

every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
each_loop = pytest.mark.parametrize("story", EACH_LOOP, ids=lambda story: story.__name__)
DONE = {Decision.RELEASED: "Reward let go", Decision.DENIED: "Reward denied"}


@pytest.fixture(autouse=True)
def joining(clean_world):
    """What a composition root does once per process."""
    loops.listen_to_joining()


def wait_for_what_is_due():
    """A pass for a family comes a week after it was earned."""
    with clock.stopped(clock.now() + timedelta(days=8)):
        proud_parent.release_due_passes()


def gained(held, before):
    return tuple(now - then for now, then in zip(held.have(), before, strict=True))


@every_story
def test_what_sam_lets_go_is_paid_once_and_both_hear_of_it(story, published):
    held, (sam, alex) = story(), staff()
    before, heard = held.have(), held.heard()
    case = only_case(sam)
    assert (case.id, case.reasons) == (str(held.case_id), held.why)
    assert [event.invitee_id for event in published if isinstance(event, RewardHeld)] == [
        held.case_id
    ]

    decide(sam, held, Decision.RELEASED)
    wait_for_what_is_due()

    assert gained(held, before) == held.promised
    assert tuple(now - then for now, then in zip(held.heard(), heard, strict=True)) == held.told
    with pytest.raises(moderation.DecidedAlready, match="Sam has decided this already"):
        decide(alex, held, Decision.RELEASED)
    wait_for_what_is_due()
    assert (gained(held, before), incentives.drift()) == (held.promised, 0)
    assert moderation.open_cases(sam).cases == ()


@each_loop
def test_what_sam_denies_is_paid_to_nobody_however_long_they_wait(story):
    held, (sam, alex) = story(), staff()
    before, heard = held.have(), held.heard()

    decide(sam, held, Decision.DENIED)
    with pytest.raises(moderation.DecidedAlready, match="Sam has decided this already"):
        decide(alex, held, Decision.RELEASED)
    wait_for_what_is_due()

    assert (gained(held, before), held.heard()) == ((0, 0), heard)
    assert (moderation.open_cases(sam).cases, incentives.drift()) == ((), 0)


@pytest.mark.parametrize("verdict", [Decision.RELEASED, Decision.DENIED])
def test_what_was_decided_of_a_reward_stays_and_the_queue_offers_no_way_back(verdict):
    held, (sam, _) = holding.challenge_too_fast(), staff()
    decide(sam, held, verdict)
    [ruling] = moderation.settled_cases(sam).cases
    after = held.have()

    with pytest.raises(moderation.CannotUndo):
        moderation.undo(sam, UUID(ruling.ruling_id))

    assert (ruling.may_undo, held.have()) == (False, after)
    assert moderation.open_cases(sam).cases == ()


@pytest.mark.commits
@each_loop
def test_of_two_of_the_staff_at_once_one_decides_and_that_holds(story):
    held, both = story(), staff()
    before = held.have()
    wishes = [(both[n % 2], (Decision.RELEASED, Decision.DENIED)[n // 2 % 2]) for n in range(6)]

    def wish(one):
        try:
            decide(one[0], held, one[1])
        except moderation.DecidedAlready:
            return None
        return one[1]

    with ThreadPoolExecutor(len(wishes)) as at_once:
        [verdict] = filter(None, at_once.map(wish, wishes))
    wait_for_what_is_due()

    assert gained(held, before) == (held.promised if verdict is Decision.RELEASED else (0, 0))
    [ruling] = moderation.settled_cases(both[0]).cases
    assert ruling.verdict == DONE[verdict]
    assert incentives.drift() == 0
