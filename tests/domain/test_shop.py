"""The shop takes XP once for a request, and gives what was bought or nothing at all."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import text

from tests.people import parent_of
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import ConsentNeeded, NotAllowed, NotFound, TooMany
from vel_tutor.domain import accounts, incentives, safety, shop
from vel_tutor.domain.shop import ItemRedeemed, PurchaseUndone
from vel_tutor.vocabulary import Theme, XpReason

SHIELD, MINUTES, PASS, LAGOON = "shield", "tutor-minutes", "class-pass", "theme-lagoon"
SAVEPOINTS = 2
"""What the tests themselves ask of the database around a transaction."""


def earn(actor, xp):
    with transaction() as tx:
        incentives.award_xp(tx, actor.user_id, xp, XpReason.PRACTICE_COMPLETED, uuid4())


def held(actor):
    return incentives.purse(actor)


def books_add_up():
    return (incentives.drift(), shop.drift()) == (0, 0)


def test_a_shield_costs_300_and_leaves_the_level_alone(ada):
    earn(ada, 500)

    bought = shop.redeem(ada, SHIELD, uuid4())

    purse = held(ada)
    assert (bought.price, bought.xp_left) == (300, 200)
    assert (purse.spendable_xp, purse.lifetime_xp, purse.shields) == (200, 500, 1)
    assert books_add_up()


def test_the_same_request_again_is_the_same_answer_and_buys_nothing_more(ada):
    earn(ada, 1000)
    key = uuid4()
    first = shop.redeem(ada, SHIELD, key)
    earn(ada, 5)

    again = shop.redeem(ada, SHIELD, key)

    assert again == first
    assert (held(ada).spendable_xp, held(ada).shields) == (705, 1)


def test_the_same_key_for_something_else_is_a_conflict(ada):
    earn(ada, 1000)
    key = uuid4()
    shop.redeem(ada, SHIELD, key)

    with pytest.raises(shop.KeyReused):
        shop.redeem(ada, LAGOON, key)

    assert held(ada).spendable_xp == 700


def test_two_people_may_use_the_same_key(ada, bob):
    key = uuid4()
    for one in (ada, bob):
        earn(one, 300)

    answers = {shop.redeem(one, SHIELD, key).purchase_id for one in (ada, bob)}

    assert len(answers) == 2


def test_who_has_too_little_is_told_how_much_is_missing(ada):
    earn(ada, 180)

    with pytest.raises(shop.NotEnoughXp) as refused:
        shop.redeem(ada, SHIELD, uuid4())

    assert refused.value.missing == 120
    assert (held(ada).spendable_xp, held(ada).shields) == (180, 0)
    assert books_add_up()


def test_a_try_that_buys_nothing_holds_the_purse_for_a_few_statements_only(ada, queries):
    earn(ada, 310)
    key = uuid4()
    bought = shop.redeem(ada, SHIELD, key)

    with queries(at_most=4 + SAVEPOINTS), pytest.raises(shop.NotEnoughXp) as refused:
        shop.redeem(ada, SHIELD, uuid4())
    with queries(at_most=3 + SAVEPOINTS):
        again = shop.redeem(ada, SHIELD, key)

    assert (refused.value.missing, again) == (290, bought)


def test_who_cannot_have_it_anyway_is_not_sent_to_earn_more(lea):
    earn(lea, 800)
    for _ in range(2):
        shop.redeem(lea, SHIELD, uuid4())
    shop.redeem(lea, LAGOON, uuid4())

    for item, words in (
        (SHIELD, shop.ShieldsFull),
        (LAGOON, shop.OwnedAlready),
        (PASS, shop.ParentNeeded),
    ):
        with pytest.raises(words):
            shop.redeem(lea, item, uuid4())

    assert (held(lea).spendable_xp, books_add_up()) == (0, True)


def test_the_first_look_into_a_purse_makes_one(bob):
    with pytest.raises(shop.NotEnoughXp) as refused:
        shop.redeem(bob, SHIELD, uuid4())
    earn(bob, 300)

    assert refused.value.missing == 300
    assert shop.redeem(bob, SHIELD, uuid4()).xp_left == 0


def test_what_was_refused_may_be_asked_again_under_the_same_key(ada):
    key = uuid4()
    with pytest.raises(shop.NotEnoughXp):
        shop.redeem(ada, SHIELD, key)
    earn(ada, 300)

    assert shop.redeem(ada, SHIELD, key).xp_left == 0


def test_a_third_shield_is_refused_before_it_costs_anything(ada):
    earn(ada, 900)
    for _ in range(2):
        shop.redeem(ada, SHIELD, uuid4())

    with pytest.raises(shop.ShieldsFull):
        shop.redeem(ada, SHIELD, uuid4())

    assert (held(ada).spendable_xp, held(ada).shields) == (300, 2)


def test_a_theme_is_bought_once_and_worn_by_its_owner_only(ada, bob):
    earn(ada, 400)
    shop.redeem(ada, LAGOON, uuid4())
    with pytest.raises(shop.OwnedAlready):
        shop.redeem(ada, LAGOON, uuid4())
    with pytest.raises(shop.NotOwned):
        shop.wear(bob, "lagoon")
    with pytest.raises(NotFound):
        shop.wear(ada, "gold")

    shop.wear(ada, "lagoon")

    assert accounts.actor_of(ada.user_id).theme is Theme.LAGOON
    assert accounts.actor_of(bob.user_id).theme is Theme.HARBOUR


def test_tutor_minutes_are_sold_twice_a_day(ada):
    earn(ada, 2000)
    for _ in range(2):
        shop.redeem(ada, MINUTES, uuid4())

    with pytest.raises(shop.EnoughForNow):
        shop.redeem(ada, MINUTES, uuid4())

    with clock.stopped(clock.now() + timedelta(days=1, minutes=1)):
        assert shop.redeem(ada, MINUTES, uuid4()).xp_left == 500


def test_a_child_buys_tutor_minutes_for_the_guided_tutor_asks_no_model(lea):
    earn(lea, 500)

    shop.redeem(lea, MINUTES, uuid4())

    assert held(lea).spendable_xp == 0


def test_a_class_pass_goes_to_the_linked_parent(lea):
    pat = parent_of(lea)
    earn(lea, 1000)

    shop.redeem(lea, PASS, uuid4())

    with reading() as tx:
        assert incentives.passes_of(tx, pat.user_id) == 1
        assert incentives.passes_of(tx, lea.user_id) == 0
    assert books_add_up()


def test_without_a_parent_there_is_nobody_to_book_a_class(ada):
    earn(ada, 1000)

    with pytest.raises(shop.ParentNeeded):
        shop.redeem(ada, PASS, uuid4())

    assert held(ada).spendable_xp == 1000


def test_the_shop_is_for_students_with_an_open_account(pat, tess, min):
    for one, refusal in ((pat, NotAllowed), (tess, NotAllowed), (min, ConsentNeeded)):
        with pytest.raises(refusal):
            shop.redeem(one, SHIELD, uuid4())


def test_the_shop_does_not_sell_what_it_does_not_have(ada):
    with pytest.raises(NotFound):
        shop.redeem(ada, "theme-harbour", uuid4())


def test_buying_is_limited_by_the_hour(ada):
    for _ in range(safety.REDEEM.times):
        safety.spend(safety.REDEEM, str(ada.user_id))

    with pytest.raises(TooMany):
        shop.redeem(ada, SHIELD, uuid4())


def test_others_hear_of_what_was_bought_and_undone(ada, published):
    earn(ada, 300)
    published.clear()

    bought = shop.redeem(ada, SHIELD, uuid4())
    shop.undo(ada, UUID(bought.purchase_id))

    told = [event for event in published if isinstance(event, (ItemRedeemed, PurchaseUndone))]
    assert [type(event) for event in told] == [ItemRedeemed, PurchaseUndone]


def test_a_purchase_in_the_books_cannot_be_changed_or_removed(ada):
    earn(ada, 300)
    shop.redeem(ada, SHIELD, uuid4())

    for change in ("UPDATE purchase SET price = 1", "DELETE FROM purchase"):
        with pytest.raises(DBAPIError, match="only ever added"), transaction() as tx:
            tx.session.connection().execute(text(change))


def test_drift_notices_a_purchase_that_nobody_paid(ada):
    with transaction() as tx:
        tx.session.connection().execute(
            text(
                "INSERT INTO purchase (id, user_id, key, item, price, xp_left, at) VALUES "
                "(gen_random_uuid(), :user, gen_random_uuid(), 'shield', 300, 0, now())"
            ),
            {"user": ada.user_id},
        )

    assert shop.drift() == 1
