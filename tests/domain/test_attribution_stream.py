"""The steps of invitations as the staff sees them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.domain import attribution
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import LinkView, StreamQuery
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import Channel, InviteStep, LoopKind, Role


@pytest.fixture
def pia(clean_world) -> Actor:
    """A product manager."""
    return people.acting(people.staff("Pia", Role.PRODUCT_MANAGER))


def a_link(sender: UUID, loop: LoopKind = LoopKind.BUDDY_CHALLENGE) -> LinkView:
    with transaction() as tx:
        return attribution.create_link(
            tx,
            sender,
            loop,
            campaign="weekly_2026_w47",
            target_id=uuid4(),
            lifetime=timedelta(days=14),
        )


def brings(link: LinkView, visitor: str, name: str) -> None:
    """A friend follows the link, gets something out of it, joins, and both are rewarded."""
    with transaction() as tx:
        attribution.invite_sent(tx, link, Channel.WHATSAPP)
        attribution.clicked(tx, link, visitor_id=visitor)
        attribution.first_value(tx, link, visitor_id=visitor, user_id=None)
    user = people.acting(people.student(name)).user_id
    with transaction() as tx:
        attribution.account_created(tx, user, Coming(visitor_id=visitor))
    with transaction() as tx:
        assert attribution.take_payable(tx, user, link.loop)


def test_pia_sees_every_step_the_latest_first(pia, ada):
    link = a_link(ada.user_id)
    brings(link, "cids phone", "Cid")

    shown = attribution.stream(pia, StreamQuery())

    assert shown.steps[0].step == InviteStep.REWARDED
    assert {step.step for step in shown.steps} == {step.value for step in InviteStep}
    assert [step.channel for step in shown.steps if step.step == InviteStep.SENT] == ["whatsapp"]
    assert ada.first_name not in str(shown)


def test_the_tallies_count_each_loop_by_itself(pia, ada):
    brings(a_link(ada.user_id), "cids phone", "Cid")
    a_link(ada.user_id, LoopKind.RESULTS_RALLY)

    tallies = {row.loop: row.counts for row in attribution.stream(pia, StreamQuery()).tallies}

    assert tallies["buddy_challenge"] == (1, 1, 1, 1, 1, 1)
    assert tallies["results_rally"] == (1, 0, 0, 0, 0, 0)
    assert tallies["streak_rescue"] == (0, 0, 0, 0, 0, 0)


def test_one_loop_or_one_link_can_be_followed(pia, ada):
    rally = a_link(ada.user_id, LoopKind.RESULTS_RALLY)
    mine, other = a_link(ada.user_id), a_link(ada.user_id)

    of_loop = attribution.stream(pia, StreamQuery(loop=LoopKind.RESULTS_RALLY))
    of_link = attribution.stream(pia, StreamQuery(link_id=mine.id))

    assert [step.link_id for step in of_loop.steps] == [str(rally.id)]
    assert [row.loop for row in of_loop.tallies] == ["results_rally"]
    assert [step.link_id for step in of_link.steps] == [str(mine.id)]
    assert str(other.id) not in str(of_link)


def test_pages_follow_each_other_without_a_gap(pia, ada):
    links = {str(a_link(ada.user_id).id) for _ in range(90)}

    first = attribution.stream(pia, StreamQuery())
    second = attribution.stream(pia, StreamQuery(), after=first.after)
    third = attribution.stream(pia, StreamQuery(), after=second.after)

    assert [len(page.steps) for page in (first, second, third)] == [40, 40, 10]
    assert third.after == ""
    assert {step.link_id for page in (first, second, third) for step in page.steps} == links


def test_what_is_older_than_the_period_is_not_tallied(pia, ada):
    with clock.stopped(clock.now() - timedelta(days=2)):
        a_link(ada.user_id)

    today = attribution.stream(pia, StreamQuery(), days=1).tallies[0]
    week = attribution.stream(pia, StreamQuery(), days=7).tallies[0]

    assert (today.counts[0], week.counts[0]) == (0, 1)


def test_made_up_people_are_left_out(pia, ada):
    a_link(ada.user_id)
    with transaction() as tx:
        tx.session.get_one(User, ada.user_id).simulation = "seed 7"

    shown = attribution.stream(pia, StreamQuery())

    assert shown.steps == ()
    assert {sum(row.counts) for row in shown.tallies} == {0}


@pytest.mark.parametrize("name", ["ada", "pat", "tess"])
def test_nobody_else_may_watch(request, name):
    with pytest.raises(NotAllowed):
        attribution.stream(request.getfixturevalue(name), StreamQuery())


@pytest.mark.parametrize("after", ["x", "2026-11-22T10:00:00+00:00", "2026_nobody"])
def test_an_address_that_was_tampered_with_is_refused(pia, after):
    with pytest.raises(Invalid):
        attribution.stream(pia, StreamQuery(), after=after)


def test_watching_costs_the_same_however_much_has_happened(pia, ada, queries):
    for _ in range(60):
        a_link(ada.user_id)

    with queries(at_most=8):  # two of them are the savepoint of the test
        attribution.stream(pia, StreamQuery())
