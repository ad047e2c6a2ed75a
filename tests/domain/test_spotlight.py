"""A badge is shown around; whoever comes tries what it takes, and both are paid once."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select, update

from jobs.reactions import offer_prompt
from tests import people
from tests.spotlights import attempt, code_of, earn, guest
from vel_tutor.content.badges import BADGES
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, badges, incentives, loops
from vel_tutor.domain.incentives.events import BadgeEarned
from vel_tutor.domain.loops import Friend, GuestPlaysSpent, InvitesSpent, spotlight
from vel_tutor.domain.loops.spotlight import OwnBadge, rules
from vel_tutor.media.badge_card import BadgeCardFacts, render
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent
from vel_tutor.models.prompts import Prompt
from vel_tutor.models.spotlight import SpotlightTry
from vel_tutor.vocabulary import AttributionKind, GameStage, Hold, LoopKind, PromptPlace


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


@pytest.fixture
def row(ada):
    return earn(ada)


@pytest.fixture
def code(ada, row):
    return code_of(ada, row)


def xp(actor):
    return incentives.purse(actor).lifetime_xp


def test_a_badge_has_one_link_that_tells_of_the_reward(ada, row):
    first, again = spotlight.share(ada, row), spotlight.share(ada, row)

    assert first == again
    assert "Just earned Algebra Expert (Bronze)" in first.text
    assert "I get a reward if you join." in first.text[:120]


def test_nobody_shows_a_badge_that_is_not_theirs(bob, row):
    for other in (row, uuid4()):
        with pytest.raises(NotFound):
            spotlight.share(bob, other)


def test_who_may_not_invite_may_not_show_a_badge(lea, pat):
    row = earn(lea)

    for actor in (lea, pat):
        with pytest.raises(NotAllowed):
            spotlight.share(actor, row)


def test_the_caps_of_all_loops_hold_here_too(ada):
    rows = [earn(ada, badge) for badge in list(BADGES)[:4]]
    for row in rows[:3]:
        spotlight.share(ada, row)

    with pytest.raises(InvitesSpent):
        spotlight.share(ada, rows[3])


def test_a_guest_sees_the_badge_plays_five_of_its_strand_and_how_far_that_is(code):
    friend = guest()

    invited = spotlight.invitation(friend, code)
    done = attempt(friend, code, wrong=1)

    assert (invited.stage, invited.title, invited.size) == ("invited", "Algebra Expert", 5)
    assert "13" in {grade.value for grade in invited.grades}
    assert (done.stage, done.correct) == (GameStage.DONE, 4)
    assert done.progress.endswith("Your 5 answers count towards the first of 3.")
    assert done.play.title == spotlight.invitation(friend, code).play.title


def test_the_link_leads_to_the_page_of_the_badge(code):
    seen = loops.preview(code)

    assert seen is not None
    assert seen.path == f"/badge/algebra-expert/try?ref={code}"
    assert seen.headline == "Just earned Algebra Expert (Bronze)"


def test_both_are_paid_once_when_the_guest_joins(ada, code):
    friend = guest()
    attempt(friend, code)

    mia = people.acting(people.student("Mia", visitor_id=friend.visitor_id))

    assert (xp(ada), xp(mia) >= 50) == (150, True)
    with transaction() as tx:
        loops.claim_guest_play(tx, mia.user_id, accounts.Coming(visitor_id=friend.visitor_id))
    assert xp(ada) == 150
    assert spotlight.invitation(Friend(visitor_id="x", member=mia), code).reward == (
        "You got 50 XP for joining."
    )


def test_three_answers_are_enough_and_two_are_not(ada, code):
    two, three = guest(), guest()
    attempt(two, code, answers=2)
    attempt(three, code, answers=3)

    people.student("Mia", visitor_id=two.visitor_id)
    assert xp(ada) == 100

    people.student("Zoe", visitor_id=three.visitor_id)
    assert xp(ada) == 150


def test_answers_that_come_too_fast_wait_for_a_look(ada, code):
    friend = guest()
    attempt(friend, code, seconds=1)
    people.student("Mia", visitor_id=friend.visitor_id)

    with reading() as tx:
        held = select(AttributionEvent.held).where(
            AttributionEvent.kind == AttributionKind.FVM_REACHED
        )
        assert tx.session.exec(held).one() is Hold.TOO_FAST
    assert xp(ada) == 100


def test_the_sender_cannot_try_their_own_badge(ada, code):
    friend = Friend(visitor_id="ada-at-home", member=ada)

    assert spotlight.invitation(friend, code).stage == GameStage.OWN
    with pytest.raises(OwnBadge):
        spotlight.begin(friend, code, 9)


def test_a_device_tries_three_badges_a_week_without_an_account(ada):
    friend = guest()
    codes = [code_of(ada, earn(ada, badge)) for badge in list(BADGES)[:3]]
    bob = people.acting(people.student("Bob"))
    for one in codes:
        attempt(friend, one, answers=1)
    more = code_of(bob, earn(bob))

    assert spotlight.invitation(friend, more).stage == GameStage.FULL
    with pytest.raises(GuestPlaysSpent):
        spotlight.begin(friend, more, 9)


def test_the_link_closes_when_its_sender_or_their_badge_goes(ada, code):
    with transaction() as tx:
        badges.forget(tx, ada.user_id)

    assert spotlight.invitation(guest(), code).stage == GameStage.CLOSED
    assert loops.preview(code) is None


def test_tries_that_guests_never_finished_go_after_a_week(code):
    attempt(guest(), code, answers=2)
    attempt(guest(), code)

    with clock.stopped(clock.now() + timedelta(days=8)):
        assert [spotlight.forget_unfinished_tries(), spotlight.forget_unfinished_tries()] == [1, 0]
    with reading() as tx:
        assert len(tx.session.exec(select(SpotlightTry)).all()) == 1


def test_the_card_says_the_badge_and_a_first_name_only_where_that_is_allowed(ada, code, row):
    seen = loops.preview(code)
    assert seen is not None
    draw = loops.picture(UUID(seen.card.split("/")[2].removesuffix(".png")), None)

    assert draw is not None
    assert draw()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_card_with_a_name_is_another_card_and_odd_names_leave_nothing_behind():
    plain = BadgeCardFacts(title="Explorer", task="Try it.", outline=((0, 0), (100, 0), (50, 90)))
    named = BadgeCardFacts(**{**vars(plain), "first_name": "Ada"})
    odd = BadgeCardFacts(**{**vars(plain), "first_name": "\u202e\u0489\u0489"})

    assert render(named) != render(plain) == render(odd)
    assert max(len(render(facts)) for facts in (plain, named)) < 100_000


def test_a_new_badge_is_a_moment_to_show_it(ada, published):
    with clock.stopped(people.local(people.SATURDAY, 12)):  # no hour at which she is left in peace
        row = earn(ada)
        event = next(event for event in published if isinstance(event, BadgeEarned))
        for _ in range(2):
            with transaction() as tx:
                offer_prompt(tx, event)

    with reading() as tx:
        prompt = tx.session.exec(select(Prompt).where(Prompt.user_id == ada.user_id)).one()
    assert (prompt.loop, prompt.place) == (LoopKind.ACHIEVEMENT, PromptPlace.BADGES)
    assert prompt.target == str(row)


@pytest.mark.parametrize(
    ("badge", "correct", "percent"),
    [("streak", 0, 14), ("deck-runner", 4, 10), ("deck-runner", 3, 0), ("algebra-expert", 5, 0)],
)
def test_a_first_try_is_told_for_what_it_is(badge, correct, percent):
    assert rules.first_step(BADGES[badge], correct, 5).percent == percent


def test_somebody_whose_account_is_closed_shows_nothing(ada, code):
    with transaction() as tx:
        closed = update(User).where(col(User.id) == ada.user_id).values(closed_at=clock.now())
        tx.session.exec(closed)

    assert spotlight.invitation(guest(), code).stage == GameStage.CLOSED
