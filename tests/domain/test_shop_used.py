"""What was bought is used up bit by bit, and can be given back as long as it is not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import people
from tests.domain.test_shop import LAGOON, MINUTES, PASS, SHIELD, books_add_up, earn, held
from tests.people import parent_of
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, incentives, shop
from vel_tutor.vocabulary import Theme

PACK = shop.PACK_SECONDS


def buy(actor, item):
    return UUID(shop.redeem(actor, item, uuid4()).purchase_id)


def use(actor, seconds, cause=None):
    with transaction() as tx:
        return shop.use_minutes(tx, actor.user_id, seconds, cause or uuid4())


def left(actor):
    with reading() as tx:
        return shop.seconds_left(tx, actor.user_id)


@pytest.fixture
def rich(ada):
    earn(ada, 5000)
    return ada


@pytest.mark.parametrize("item", [SHIELD, MINUTES, LAGOON])
def test_a_fresh_purchase_can_be_undone_exactly(rich, item):
    before = held(rich)
    bought = buy(rich, item)

    back = shop.undo(rich, bought)

    after = held(rich)
    assert after == before
    assert back == shop.item_of(item).price
    assert (left(rich), books_add_up()) == (0, True)


def test_undoing_works_once(rich):
    bought = buy(rich, SHIELD)
    shop.undo(rich, bought)

    with pytest.raises(shop.UndoneAlready):
        shop.undo(rich, bought)

    assert held(rich).spendable_xp == 5000


def test_ten_minutes_later_a_purchase_stands(rich):
    bought = buy(rich, SHIELD)

    with clock.stopped(clock.now() + timedelta(minutes=11)), pytest.raises(shop.UndoOver):
        shop.undo(rich, bought)


def test_nobody_undoes_what_somebody_else_bought(rich, bob):
    bought = buy(rich, SHIELD)

    with pytest.raises(NotFound):
        shop.undo(bob, bought)


def test_minutes_that_have_begun_to_run_cannot_be_given_back(rich):
    bought = buy(rich, MINUTES)
    use(rich, 30)

    with pytest.raises(shop.UsedAlready):
        shop.undo(rich, bought)

    assert left(rich) == PACK - 30


def test_a_class_pass_comes_back_unless_the_parent_has_used_it(lea):
    pat = parent_of(lea)
    earn(lea, 2000)
    bought = buy(lea, PASS)
    with transaction() as tx:
        incentives.use_pass(tx, pat.user_id, uuid4())

    with pytest.raises(shop.UsedAlready):
        shop.undo(lea, bought)

    assert held(lea).spendable_xp == 1000
    assert books_add_up()


def test_a_theme_that_is_undone_is_taken_off(rich):
    bought = buy(rich, LAGOON)
    shop.wear(rich, "lagoon")

    shop.undo(rich, bought)

    assert accounts.actor_of(rich.user_id).theme is Theme.HARBOUR
    with pytest.raises(shop.NotOwned):
        shop.wear(rich, "lagoon")


@pytest.mark.commits
def test_of_twenty_who_undo_at_once_one_gets_the_xp(rich):
    bought = buy(rich, SHIELD)

    def undone(_):
        try:
            return shop.undo(rich, bought)
        except shop.UndoneAlready:
            return 0

    with ThreadPoolExecutor(20) as pool:
        back = sum(pool.map(undone, range(20)))

    assert back == 300
    assert (held(rich).spendable_xp, books_add_up()) == (5000, True)


def test_a_shield_that_is_undone_saves_no_streak(rich):
    shop.undo(rich, buy(rich, SHIELD))
    noon = people.local(people.SATURDAY, 12)
    for day in (0, 2):
        with clock.stopped(noon + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, rich.user_id, uuid4())

    with clock.stopped(noon + timedelta(days=2)):
        assert held(rich).streak == 1
    assert books_add_up()


def test_a_shield_from_the_shop_carries_a_streak_over_a_missed_day(rich):
    buy(rich, SHIELD)
    noon = people.local(people.SATURDAY, 12)
    for day in (0, 2):
        with clock.stopped(noon + timedelta(days=day)), transaction() as tx:
            incentives.record_practice_day(tx, rich.user_id, uuid4())

    with clock.stopped(noon + timedelta(days=2)):
        assert (held(rich).streak, held(rich).shields) == (2, 0)


def test_a_cause_takes_its_seconds_once_however_often_it_is_told(rich):
    buy(rich, MINUTES)
    cause = uuid4()

    assert [use(rich, 40, cause), use(rich, 40, cause), use(rich, 99, cause)] == [40, 40, 40]
    assert left(rich) == PACK - 40
    assert books_add_up()


def test_the_pack_that_ends_first_is_used_first(rich):
    now = clock.now()
    buy(rich, MINUTES)
    with clock.stopped(now + timedelta(days=10)):
        buy(rich, MINUTES)
        taken = use(rich, PACK + 60)

    with clock.stopped(now + timedelta(days=91)):
        assert (taken, left(rich)) == (PACK + 60, PACK - 60)
    assert books_add_up()


def test_nobody_uses_more_than_there_is_nor_what_has_expired(rich):
    buy(rich, MINUTES)
    with clock.stopped(clock.now() + timedelta(days=91)):
        assert (use(rich, 10), left(rich)) == (0, 0)

    assert use(rich, PACK + 500) == PACK
    assert use(rich, 1) == 0


@pytest.mark.commits
def test_many_causes_at_once_never_take_more_than_a_pack(ada):
    earn(ada, 500)
    buy(ada, MINUTES)

    with ThreadPoolExecutor(16) as pool:
        taken = list(pool.map(lambda _: use(ada, 100), range(16)))

    assert (sum(taken), left(ada)) == (PACK, 0)
    assert books_add_up()


def test_a_forgotten_child_leaves_no_minutes(rich):
    buy(rich, MINUTES)
    use(rich, 10)

    with transaction() as tx:
        shop.forget(tx, rich.user_id)

    assert left(rich) == 0
    assert books_add_up()
