"""Parents show a week to other parents; a family that follows brings one class pass, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from urllib.parse import unquote
from uuid import UUID

import pytest
from PIL import Image
from sqlmodel import col, select

from tests import people
from tests.decks import FIVE, finished
from tests.families import A_WEEK, brought_by, code_of, family, first_test, sign_up_parent
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, incentives, loops, moderation
from vel_tutor.domain.accounts import Browser, kin
from vel_tutor.domain.loops import Friend, proud_parent
from vel_tutor.domain.loops.proud_parent import NothingToShow
from vel_tutor.models.attribution import AttributionEvent, Referral
from vel_tutor.models.notifications import Notification
from vel_tutor.models.proud_parent import PassReward
from vel_tutor.vocabulary import (
    AttributionKind,
    CaseKind,
    Channel,
    Decision,
    Hold,
    NotificationKind,
    TieHow,
)


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


@pytest.fixture
def pats():
    """Pat and Lea, who practised today."""
    found = family()
    finished(found.child, FIVE, seconds=30)
    return found


def passes(actor) -> int:
    with reading() as tx:
        return incentives.passes_of(tx, actor.user_id)


def told(actor) -> list[NotificationKind]:
    with reading() as tx:
        rows = select(Notification).where(Notification.user_id == actor.user_id)
        return [row.kind for row in tx.session.exec(rows.order_by(col(Notification.at)))]


def release(after: timedelta = A_WEEK) -> int:
    with clock.stopped(clock.now() + after):
        return proud_parent.release_due_passes()


def test_a_parent_sees_the_week_and_a_card_of_it(pats):
    seen = proud_parent.proud(pats.parent, pats.child.user_id, running=True)

    assert seen.week.headline == "Lea answered 5 questions in 3 minutes this week!"
    assert seen.may_share
    assert seen.card.startswith("/cards/")


def test_a_stranger_sees_no_week_and_no_card(pats):
    other = family("Tom", "Kim").parent
    seen = proud_parent.proud(pats.parent, pats.child.user_id, running=True)
    card_id = seen.card.removeprefix("/cards/").split(".")[0]

    with pytest.raises(NotFound):
        proud_parent.proud(other, pats.child.user_id)
    assert loops.picture(UUID(card_id), other) is None
    assert loops.picture(UUID(card_id), None) is None
    assert loops.picture(UUID(card_id), pats.parent) is not None


def test_only_parents_show_weeks(ada, pats):
    with pytest.raises(NotAllowed):
        proud_parent.proud(ada, pats.child.user_id)


def test_the_invitation_tells_of_the_reward_and_names_no_child(pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)

    assert "I get a reward if you join." in share.text[:120]
    assert share.text.startswith("My child answered 5 questions")
    assert "Lea" not in unquote(str(share))
    assert share.facebook.startswith("https://www.facebook.com/sharer/sharer.php?")


def test_a_teens_first_name_is_shown_until_it_is_switched_off(ada):
    pat = sign_up_parent("Pat")
    with transaction() as tx:
        kin.tie(
            tx,
            ada.user_id,
            pat.user_id,
            TieHow.INVITED,
            ada.user_id,
        )
    finished(ada, FIVE)

    share = proud_parent.share(people.acting(pat), ada.user_id, running=True)

    assert share.text.startswith("Ada answered 5 questions")


def test_the_card_behind_a_valid_link_is_for_everybody_while_it_is_valid(pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    seen = loops.preview(code_of(share))
    assert seen is not None
    card_id = UUID(seen.card.removeprefix("/cards/").removesuffix(".png"))

    drawn = loops.picture(card_id, None)
    with clock.stopped(clock.now()):
        png = drawn() if drawn else b""

    assert "Lea" not in seen.headline
    assert Image.open(BytesIO(png)).size == (1200, 630)
    assert len(png) < 60_000


def test_the_same_week_is_the_same_link_and_costs_one_invitation(pats):
    first = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    second = proud_parent.share(pats.parent, pats.child.user_id, running=True)

    assert first.link_id == second.link_id
    assert loops.invite_attempts(pats.parent.user_id) == 1


def test_an_empty_week_cannot_be_sent():
    pats = family()

    with pytest.raises(NothingToShow):
        proud_parent.share(pats.parent, pats.child.user_id)


def test_the_way_it_was_sent_is_noted(pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)

    loops.note_share(pats.parent, UUID(share.link_id), Channel.EMAIL)

    with pytest.raises(NotFound):
        loops.note_share(family("Tom", "Kim").parent, UUID(share.link_id), Channel.EMAIL)


def test_a_friend_sees_what_the_child_did_and_is_counted_once(pats):
    code = code_of(proud_parent.share(pats.parent, pats.child.user_id, running=True))

    views = [proud_parent.invitation(Friend(visitor_id="tom"), code) for _ in range(3)]

    assert {view.stage for view in views} == {"open"}
    assert views[0].headline.startswith("My child answered 5 questions")
    with reading() as tx:
        link = attribution.link_in(tx, code)
        assert link is not None
        clicks = select(AttributionEvent).where(
            AttributionEvent.kind == AttributionKind.LINK_CLICKED
        )
        assert len(tx.session.exec(clicks).all()) == 1


@pytest.mark.parametrize("code", ["", "nonsense", "abcdefgh.signature"])
def test_a_link_that_is_none_is_a_closed_page(code):
    assert proud_parent.invitation(Friend(visitor_id="tom"), code).stage == "closed"


def test_a_family_is_rewarded_after_the_test_and_a_week(pats):
    toms = brought_by(pats, "Tom")
    assert passes(pats.parent) == 0

    first_test(toms.child.user_id)
    early = release(timedelta(days=6))
    late = [release(), release()]

    assert (early, late) == (0, [1, 0])
    assert passes(pats.parent) == 1
    assert told(pats.parent) == [NotificationKind.FAMILY_BEGAN, NotificationKind.FAMILY_REWARDED]
    assert incentives.drift() == 0


def test_a_test_without_effort_is_no_first_value(pats):
    toms = brought_by(pats, "Tom")

    first_test(toms.child.user_id, is_low_effort=True)

    assert release() == 0
    assert told(pats.parent) == []


def test_the_same_family_told_twice_is_one_pass(pats):
    toms = brought_by(pats, "Tom")

    for _ in range(3):
        first_test(toms.child.user_id)

    assert release() == 1
    assert passes(pats.parent) == 1


@pytest.mark.commits
def test_ten_workers_at_once_give_one_pass():
    pats = family()
    finished(pats.child, FIVE, seconds=30)
    toms = brought_by(pats, "Tom")
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda _: first_test(toms.child.user_id), range(10)))

    with (
        clock.stopped(clock.now() + A_WEEK),
        ThreadPoolExecutor(10) as pool,
    ):
        given = list(pool.map(lambda _: proud_parent.release_due_passes(), range(10)))

    assert sum(given) == 1
    assert passes(pats.parent) == 1
    assert told(pats.parent) == [NotificationKind.FAMILY_BEGAN, NotificationKind.FAMILY_REWARDED]


def test_three_families_a_quarter_bring_a_pass_and_the_fourth_none(pats):
    for name in ("Tom", "Sue", "Jo", "Al"):
        first_test(brought_by(pats, name, child="Kim").child.user_id)

    assert release() == 3
    assert passes(pats.parent) == 3
    assert told(pats.parent).count(NotificationKind.FAMILY_BEGAN) == 3


def test_a_held_referral_waits_however_late_it_gets(pats):
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)
    with transaction() as tx:
        row = tx.session.exec(
            select(Referral).where(Referral.invitee_id == toms.parent.user_id)
        ).one()
        row.held = Hold.DEVICE_CROWDED

    assert release(timedelta(days=60)) == 0


@pytest.mark.parametrize(("decision", "given"), [(Decision.RELEASED, 1), (Decision.DENIED, 0)])
def test_a_held_pass_comes_when_the_staff_lets_it_go_and_never_when_not(pats, sam, decision, given):
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)
    with transaction() as tx:
        row = tx.session.exec(
            select(Referral).where(Referral.invitee_id == toms.parent.user_id)
        ).one()
        row.held = Hold.DEVICE_CROWDED
    assert [case.id for case in moderation.open_cases(sam).cases] == [str(toms.parent.user_id)]

    moderation.settle(sam, CaseKind.REWARD, toms.parent.user_id, decision)

    assert release(timedelta(days=60)) == given
    assert passes(pats.parent) == given
    assert moderation.open_cases(sam).cases == ()


def test_the_second_parent_of_the_same_child_is_no_new_family(pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    proud_parent.invitation(Friend(visitor_id="visitor-sue"), code_of(share))
    sue = sign_up_parent("Sue", "visitor-sue")
    with transaction() as tx:
        kin.tie(
            tx,
            pats.child.user_id,
            sue.user_id,
            TieHow.INVITED,
            pats.parent.user_id,
        )

    first_test(pats.child.user_id)

    assert release() == 0
    assert told(pats.parent) == []


def test_a_confirmed_fraud_takes_the_pass_back(pats):
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)
    release()

    with transaction() as tx:
        changed = [proud_parent.reverse_pass(tx, toms.parent.user_id) for _ in range(2)]

    assert changed == [True, False]
    assert passes(pats.parent) == 0
    assert incentives.drift() == 0


def test_a_fraud_found_within_the_week_costs_nothing(pats):
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)

    with transaction() as tx:
        proud_parent.reverse_pass(tx, toms.parent.user_id)

    assert release() == 0
    assert passes(pats.parent) == 0


def test_the_friend_is_named_only_if_they_agreed(pats):
    toms = brought_by(pats, "Tom")
    first_test(toms.child.user_id)
    [before] = proud_parent.families(pats.parent)

    proud_parent.let_name(toms.parent, may_name=True)

    [after] = proud_parent.families(pats.parent)
    assert before.words.startswith("Your friend joined. Your class pass comes on")
    assert after.words.startswith("Tom joined.")


def test_a_student_who_came_by_a_parents_link_brings_no_pass(pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    proud_parent.invitation(Friend(visitor_id="visitor-eve"), code_of(share))
    people.student("Eve", visitor_id="visitor-eve")

    with reading() as tx:
        assert tx.session.exec(select(PassReward)).all() == []


def test_a_link_is_closed_once_the_child_is_no_longer_theirs(pats):
    code = code_of(proud_parent.share(pats.parent, pats.child.user_id, running=True))

    accounts.revoke_consent(people.mailed_link("parent-stop", to="pat@"), Browser())

    assert loops.preview(code) is None
    assert proud_parent.invitation(Friend(visitor_id="tom"), code).stage == "closed"
