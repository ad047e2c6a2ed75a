"""What comes after a look at a held reward: the words people read, and what pays by itself."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from tests import company, holding, people
from tests.challenges import code_of, play
from tests.decks import FIVE, finished
from tests.families import brought_by, family, first_test
from tests.holding import TOO_FAST, decide, passes, shields, staff
from tests.rescues import feed, named
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import attribution, incentives, loops, moderation, notifications
from vel_tutor.domain.loops import proud_parent, rescue
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import CaseKind, Decision, NotificationKind, ShieldReason

WAITS = "The shield waits until somebody has had a look at it."
NONE = "No shield this time"
GOT = "You got a streak shield."


@pytest.fixture(autouse=True)
def joining(clean_world):
    """What a composition root does once per process."""
    loops.listen_to_joining()


def last_room(actor):
    return UUID(rescue.home(actor).last_room.split("/")[2])


def words_to(held):
    """What the page of the room says to the two."""
    room = last_room(held.referrer)
    both = (held.referrer, held.invitee)
    return [rescue.enter(company.member(one), room).reward for one in both]


@pytest.mark.parametrize(
    ("verdict", "told"), [(Decision.RELEASED, (GOT, GOT)), (Decision.DENIED, (NONE, NONE))]
)
def test_the_room_tells_both_that_the_shield_waits_and_what_became_of_it(verdict, told):
    held, (sam, _) = holding.rescue_too_fast(), staff()
    assert words_to(held) == [WAITS, WAITS]

    decide(sam, held, verdict)

    assert [words.startswith(start) for words, start in zip(words_to(held), told, strict=True)] == [
        True,
        True,
    ]


def test_a_streak_that_was_held_is_saved_for_both_once_it_is_let_go(published):
    held, (sam, _) = holding.rescue_too_fast(), staff()
    assert (feed(), "RescueCompleted" in named(published)) == ([], False)

    decide(sam, held, Decision.RELEASED)

    assert {line.owner_id for line in feed()} == {held.referrer.user_id, held.invitee.user_id}
    assert named(published).count("RescueCompleted") == 1


def test_what_nobody_will_look_at_is_not_said_to_wait(ada, bob):
    code = rescue.invite(ada).share.qr.split("/")[2]
    room = company.room_of(ada)
    rescue.join(company.member(bob), code)
    company.play(company.member(bob), room, 10, seconds=TOO_FAST)
    company.play(company.member(ada), room, 10)

    told = [rescue.enter(company.member(one), room).reward for one in (ada, bob)]

    assert [words.startswith(NONE) for words in told] == [True, True]


def test_whoever_was_let_go_once_is_not_held_for_the_same_again(ada, sam):
    attribution.seen_together("guest", ada.user_id)
    code = code_of(loops.challenge_from(ada, finished(ada)))
    loops.invitation(company.guest(), code)
    cleo = people.acting(people.student("Cleo", visitor_id="guest"))
    moderation.settle(sam, CaseKind.REWARD, cleo.user_id, Decision.RELEASED)
    assert (shields(ada), shields(cleo)) == (0, 0)

    play(company.member(cleo), code, seconds=TOO_FAST)
    assert (shields(ada), shields(cleo)) == (1, 1)
    code = rescue.invite(ada).share.qr.split("/")[2]
    room = company.room_of(ada)
    rescue.join(company.member(cleo), code)
    for one in (cleo, ada):
        company.play(company.member(one), room, 10)

    assert (shields(ada), shields(cleo)) == (2, 2)
    assert moderation.open_cases(sam).cases == ()


def test_a_pass_that_was_let_go_before_the_first_test_comes_after_it(sam):
    pats = family()
    finished(pats.child, FIVE, seconds=30)
    attribution.seen_together("visitor-tom", pats.parent.user_id)
    toms = brought_by(pats, "Tom")

    moderation.settle(sam, CaseKind.REWARD, toms.parent.user_id, Decision.RELEASED)
    [before] = proud_parent.families(pats.parent)
    heard = holding.told(pats.parent)
    first_test(toms.child.user_id)
    with clock.stopped(clock.now() + timedelta(days=8)):
        proud_parent.release_due_passes()

    assert before.words == "Your friend joined. Their child's first test is still to come."
    assert (NotificationKind.FAMILY_BEGAN in heard, passes(pats.parent)) == (False, 1)


def test_pat_reads_that_somebody_looks_first_and_is_promised_no_day():
    held = holding.family_of_the_same_device()

    [seen] = proud_parent.families(held.referrer)

    assert seen.words == "Your friend joined. We have a look before your class pass comes."
    assert NotificationKind.FAMILY_BEGAN not in holding.told(held.referrer)


def test_a_purse_that_is_full_is_told_so(sam):
    held = holding.challenge_too_fast()
    for _ in range(2):
        with transaction() as tx:
            incentives.grant_shield(tx, held.referrer.user_id, ShieldReason.RESCUE, uuid4())

    decide(sam, held, Decision.RELEASED)

    to_ada, to_cleo = (notifications.inbox(one).notices[0] for one in (held.referrer, held.invitee))
    assert to_cleo.title == "Your streak shield has come"
    assert to_ada.title == "You earned a streak shield"
    assert "the most there are" in to_ada.words


def test_nobody_decides_about_made_up_people(sam):
    held = holding.challenge_too_fast()
    with transaction() as tx:
        ada = tx.session.exec(select(User).where(User.id == held.referrer.user_id)).one()
        ada.simulation = "a-trial"

    assert (moderation.open_cases(sam).cases, moderation.waiting(sam)) == ((), 0)
