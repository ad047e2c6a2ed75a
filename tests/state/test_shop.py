"""The shop and the history of XP as tabs see them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import people
from tests.decks import finished
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives, shop
from vel_tutor.state.header import HeaderState
from vel_tutor.state.shop import ShopState
from vel_tutor.state.wardrobe import WardrobeState
from vel_tutor.state.xp import XpState
from vel_tutor.vocabulary import XpReason


@pytest.fixture
def ada_in(clean_world):
    return people.student("Ada")


def earn(signed_in, xp):
    with transaction() as tx:
        reason = XpReason.PRACTICE_COMPLETED
        incentives.award_xp(tx, people.acting(signed_in).user_id, xp, reason, uuid4())


async def in_the_shop(tab, signed_in):
    page = tab(signed_in, routes.SHOP)
    await page.do(ShopState.begin)
    return page


def on_shelf(page, key):
    return next(item for item in page.held["shelf"].goods if item.key == key)


async def test_the_shelf_says_how_far_each_thing_is(tab, ada_in):
    earn(ada_in, 180)

    page = await in_the_shop(tab, ada_in)

    shield = on_shelf(page, "shield")
    assert (page.held["shelf"].balance, shield.missing, shield.often) == (180, 120, "2 a day")
    assert on_shelf(page, "class-pass").why_not == shop.ParentNeeded.words


async def test_a_thing_is_asked_about_bought_once_and_given_back(tab, ada_in):
    earn(ada_in, 700)
    page = await in_the_shop(tab, ada_in)
    await page.do(ShopState.ask("shield"))
    assert page.held["wanted"].title == "Streak shield"

    await page.do(ShopState.buy)
    await page.do(ShopState.buy)

    got = page.held["got"]
    assert (got.title, got.xp_left, page.held["wanted"].key) == ("Streak shield", 400, "")
    assert on_shelf(page, "shield").stock == "You hold 1 of 2"
    await page.do(ShopState.undo(got.purchase_id))
    assert (page.held["shelf"].balance, page.held["words"]) == (700, "Undone. 300 XP are back.")


async def test_who_leaves_the_question_has_bought_nothing(tab, ada_in):
    earn(ada_in, 700)
    page = await in_the_shop(tab, ada_in)
    await page.do(ShopState.ask("shield"))

    await page.do(ShopState.leave(False))
    await page.do(ShopState.buy)

    assert (page.held["shelf"].balance, page.held["wanted"].key) == (700, "")


async def test_what_cannot_be_bought_after_all_is_explained_in_the_question(tab, ada_in):
    earn(ada_in, 300)
    page = await in_the_shop(tab, ada_in)
    await page.do(ShopState.ask("shield"))
    shop.redeem(people.acting(ada_in), "theme-storm", uuid4())

    await page.do(ShopState.buy)

    assert page.held["problem"] == "You need 200 more XP for that."


async def test_the_shelf_shows_what_is_within_reach_and_what_is_owned(tab, ada_in):
    earn(ada_in, 650)
    shop.redeem(people.acting(ada_in), "theme-ember", uuid4())
    page = await in_the_shop(tab, ada_in)

    await page.do(ShopState.choose("owned"))
    assert [item.key for item in page.held["shelf"].goods] == ["theme-ember"]

    await page.do(ShopState.choose("affordable"))
    keys = [item.key for item in page.held["shelf"].goods]
    assert keys == ["shield", "theme-lagoon", "theme-meadow", "theme-blossom", "theme-storm"]


async def test_colours_are_tried_on_here_only_and_worn_when_owned(tab, ada_in):
    earn(ada_in, 200)
    page = await in_the_shop(tab, ada_in)
    await page.do(ShopState.try_on("lagoon"))
    assert page.held["trying"] == "lagoon"
    await page.do(WardrobeState.wear("lagoon"))
    assert page.said or page.held["words"] == shop.NotOwned.words

    await page.do(ShopState.ask("theme-lagoon"))
    await page.do(ShopState.buy)
    await page.do(WardrobeState.wear("lagoon"))

    assert (page.held["trying"], page.held["theme"]) == ("", "lagoon")
    await page.do(HeaderState.enter)
    assert page.held["theme"] == "lagoon"


async def test_a_parent_finds_no_wardrobe_in_the_settings(tab, clean_world):
    page = tab(people.parent("Pat"), routes.SETTINGS)

    await page.do(WardrobeState.begin)

    assert page.held.get("themes", ()) == ()


async def test_minutes_say_how_many_are_left_and_until_when(tab, ada_in):
    earn(ada_in, 500)
    ada = people.acting(ada_in)
    shop.redeem(ada, "tutor-minutes", uuid4())
    with transaction() as tx:
        shop.use_minutes(tx, ada.user_id, 100, uuid4())

    page = await in_the_shop(tab, ada_in)

    [bought] = page.held["shelf"].bought
    assert bought.fate.startswith("14 of 15 minutes left, until ")
    assert (bought.may_undo, on_shelf(page, "tutor-minutes").stock) == (False, "14 minutes left")


async def test_the_shelf_costs_few_statements(tab, ada_in, queries):
    earn(ada_in, 900)
    shop.redeem(people.acting(ada_in), "shield", uuid4())

    ada = people.acting(ada_in)
    with queries(at_most=9):  # seven, and the two that begin and end a test's transaction
        shop.shelf(ada)


async def test_every_xp_has_its_cause_and_the_way_to_it(tab, ada_in):
    ada = people.acting(ada_in)
    done = finished(ada)
    earn(ada_in, 300)
    bought = shop.redeem(ada, "shield", uuid4())
    shop.undo(ada, UUID(bought.purchase_id))
    page = tab(ada_in, routes.XP)

    await page.do(XpState.begin)

    [day] = page.held["days"]
    told = {line.words: (line.amount, line.href) for line in day.lines}
    assert told["Bought: Streak shield"] == ("-300", routes.SHOP)
    assert told["Undone: Streak shield"] == ("+300", routes.SHOP)
    assert told["First practice of the day"] == ("+5", routes.STREAK)
    assert routes.practice_results(done) in {href for _, href in told.values()}
    assert day.sums == f"+{incentives.purse(ada).lifetime_xp} XP"


async def test_the_history_goes_on_where_it_stopped_and_days_stay_whole(tab, ada_in):
    noon = clock.now().replace(hour=17)
    for number in range(40):
        with clock.stopped(noon - timedelta(days=1 + number // 20, seconds=number)):
            earn(ada_in, 10)
    page = tab(ada_in, routes.XP)
    await page.do(XpState.begin)
    assert [len(day.lines) for day in page.held["days"]] == [20, 10]

    await page.do(XpState.more)

    assert [(len(day.lines), day.sums) for day in page.held["days"]] == [(20, "+200 XP")] * 2
    assert page.held["older"] == ""


async def test_the_history_is_sifted_by_side(tab, ada_in):
    earn(ada_in, 300)
    shop.redeem(people.acting(ada_in), "shield", uuid4())
    page = tab(ada_in, routes.XP)
    await page.do(XpState.begin)

    await page.do(XpState.choose("spent"))

    assert [line.amount for day in page.held["days"] for line in day.lines] == ["-300"]
    assert (page.held["xp"].lifetime, page.held["xp"].spendable) == (300, 0)
    assert page.held["xp"].bars[-1].height == 100


async def test_children_read_simpler_words(tab, lea):
    shelf = shop.shelf(lea)

    assert shelf.goods[0].words == shop.ITEMS[0].simple
