"""The collection as its owner sees it, and what they have not been shown yet."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, update

from vel_tutor.content.badges import BADGES
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import badges, incentives
from vel_tutor.domain.loops import prompts
from vel_tutor.models.accounts import User
from vel_tutor.models.badges import BadgeRarity


def streak(actor, length, day=12):
    with transaction() as tx:
        badges.practised_day(tx, actor.user_id, date(2026, 5, day), length)


def shown(actor, key):
    return next(one for one in badges.collection(actor).badges if one.id == key)


def test_who_holds_nothing_sees_every_badge_and_how_to_earn_it(ada):
    collection = badges.collection(ada)

    assert (collection.held, collection.total) == (0, len(BADGES))
    assert shown(ada, "streak").task == "Practise 7 days in a row."
    assert shown(ada, "streak").progress_words == "0% to Bronze"


def test_a_level_that_is_held_shows_its_metal_and_the_way_to_the_next(ada):
    streak(ada, 15)

    badge = shown(ada, "streak")

    assert (badge.is_held, badge.metal, badge.level_words) == (True, "bronze", "Bronze")
    assert (badge.percent, badge.progress_words) == (50, "50% to Silver")
    assert badge.task == "Practise 30 days in a row."
    assert badges.collection(ada).badges[0] == badge


def test_a_secret_tells_nothing_before_it_is_held(ada):
    with reading():
        words = repr(badges.collection(ada))
    hidden = [one for one in BADGES.values() if one.is_secret]

    assert all(one.key not in words and one.title not in words for one in hidden)

    with transaction() as tx:
        incentives.award_badge(tx, ada.user_id, "pi-day", 1)

    assert shown(ada, "pi-day").title == "Slice of Pi"


def test_news_come_one_by_one_the_oldest_first_and_once(ada):
    streak(ada, 30)
    with transaction() as tx:
        incentives.award_badge(tx, ada.user_id, "duel-champion", 1)

    first = badges.news(ada)
    badges.mark_shown(ada, UUID(first.badge.row_id))
    second = badges.news(ada)
    badges.mark_shown(ada, UUID(second.badge.row_id))

    assert {first.badge.id, second.badge.id} == {"streak", "duel-champion"}
    assert (first.waiting, second.waiting) == (1, 0)
    assert not badges.news(ada).is_there


def test_a_higher_level_is_news_again(ada):
    streak(ada, 7)
    badges.mark_shown(ada, UUID(badges.news(ada).badge.row_id))
    streak(ada, 30, day=13)

    assert badges.news(ada).badge.level_words == "Silver"


def test_looking_at_all_of_them_ends_the_news(ada):
    streak(ada, 100)

    badges.mark_all_shown(ada)

    assert not badges.news(ada).is_there


def test_whoever_wants_no_suggestions_is_left_alone_by_news_too(ada):
    streak(ada, 7)
    prompts.choose(ada, None, wanted=False)

    assert not badges.news(ada).is_there
    assert badges.collection(ada).held == 1


def test_nobody_marks_what_somebody_else_holds(ada, bob):
    streak(ada, 7)
    row = UUID(badges.news(ada).badge.row_id)

    for other in (row, uuid4()):
        with pytest.raises(NotFound):
            badges.mark_shown(bob, other)


def test_parents_have_no_collection(pat):
    with pytest.raises(NotAllowed):
        badges.collection(pat)
    assert not badges.news(pat).is_there


def test_how_rare_a_badge_is_is_counted_among_real_learners_only(ada, bob):
    streak(ada, 7)
    streak(bob, 7)
    with transaction() as tx:
        tx.session.exec(update(User).where(col(User.id) == bob.user_id).values(simulation="town"))

    badges.count_rarity()
    badges.count_rarity()

    with reading() as tx:
        counted = tx.session.get_one(BadgeRarity, "streak")
        assert (counted.holders, counted.learners) == (1, 1)
    assert shown(ada, "streak").rarity == ""


def test_among_a_hundred_learners_it_is_told(ada):
    streak(ada, 7)
    badges.count_rarity()
    with transaction() as tx:
        tx.session.exec(update(BadgeRarity).values(holders=12, learners=100))

    assert shown(ada, "streak").rarity == "Earned by 12% of learners"


def test_a_collection_costs_few_statements(ada, queries):
    streak(ada, 100)

    with queries(at_most=5):  # two of them the savepoint of the test
        badges.collection(ada)
