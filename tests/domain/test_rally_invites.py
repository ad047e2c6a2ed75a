"""Rally links: who may make them, what guests do behind them, and what both sides get."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import func, select

from tests import people
from tests.decks import finished
from tests.rallies import FIVE, MATH, board_of, code_of, do_quiz, guest, member, stands, strangers
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import accounts, attribution, incentives, loops, moderation
from vel_tutor.domain.accounts import Browser
from vel_tutor.domain.loops import InvitesSpent, rally
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent, Referral
from vel_tutor.models.feed import FeedItem
from vel_tutor.models.loops import InviteAttempt
from vel_tutor.models.notifications import Notification
from vel_tutor.models.rally import RallyQuiz
from vel_tutor.vocabulary import (
    AttributionKind,
    CaseKind,
    Decision,
    FeedKind,
    GameStage,
    Hold,
    LoopKind,
    NotificationKind,
    Subject,
    XpReason,
)


@pytest.fixture(autouse=True)
def house(clean_world: None) -> None:
    """Whoever joins keeps what they did before."""
    loops.listen_to_joining()


@pytest.fixture
def code(ada) -> str:
    """What stands in ada's link."""
    return code_of(ada)


def xp(actor) -> int:
    return incentives.purse(actor).lifetime_xp


def join(visitor_id: str, name: str = "Cleo"):
    return people.acting(people.student(name, visitor_id=visitor_id))


# --- inviting


def test_ada_gets_one_link_for_one_board(ada):
    assert rally.invite_to(ada, MATH) == rally.invite_to(ada, MATH)
    assert rally.invite_to(ada, MATH) != rally.invite_to(ada, Subject.READING)

    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(InviteAttempt)).one() == 2


def test_the_invitation_tells_of_the_reward(ada):
    share = rally.invite_to(ada, MATH)

    assert "I get a reward if you join." in share.text[:120]
    assert ada.first_name not in share.text


def test_invitations_are_capped_over_all_loops(ada):
    for _ in range(3):
        loops.challenge_from(ada, finished(ada, FIVE))

    with pytest.raises(InvitesSpent):
        rally.invite_to(ada, MATH)

    assert loops.invite_attempts(ada.user_id) == 4


def test_a_child_invites_nobody_unless_a_parent_says_so(lea):
    with pytest.raises(NotAllowed):
        rally.invite_to(lea, MATH)


def test_parents_and_staff_have_no_rally(pat, sam):
    for somebody in (pat, sam):
        with pytest.raises(NotAllowed):
            rally.invite_to(somebody, MATH)


def test_a_preview_says_nothing_about_ada(ada, code):
    preview = loops.preview(code)

    assert preview is not None
    assert (preview.path, preview.sender_path) == (f"/rally/{code}", "/rally?subject=math")
    assert ada.first_name not in repr(preview)


def test_the_card_of_an_invitation_is_drawn_for_everybody(code):
    preview = loops.preview(code)
    assert preview is not None
    draw = loops.picture(UUID(preview.card.removeprefix("/cards/").removesuffix(".png")), None)

    assert draw is not None
    assert draw().startswith(b"\x89PNG")


# --- the guest


def test_a_guest_sees_a_quiz_at_the_level_of_the_board(code):
    view = rally.invitation(guest(), code)

    assert (view.stage, view.size, view.grade) == (GameStage.INVITED, 6, 11)
    assert view.is_guest


def test_a_guest_plays_at_the_level_they_choose(code):
    friend = guest()

    rally.begin(friend, code, 4)

    with reading() as tx:
        assert tx.session.exec(select(RallyQuiz.grade)).all() == [4]


def test_after_the_quiz_a_guest_sees_where_they_would_stand(ada, code):
    finished(ada, FIVE)
    rally.enter(ada, MATH)
    strangers(ada, [1000] * 3 + [1] * 20)

    view = do_quiz(guest(), code)

    assert view.stage == GameStage.DONE
    assert view.percent == 100
    assert view.points > 0
    assert view.headline in ("You would be #4 of 25", "You would be #5 of 25")
    assert len(view.board.top) == 10


def test_a_guest_stands_in_the_week_of_whoever_invited_them():
    """On Monday at five in UTC it is still Sunday night in New York."""
    with clock.stopped(datetime(2026, 3, 2, 5, tzinfo=UTC)):
        host = people.acting(people.student("Host"))
        finished(host, FIVE)
        rally.enter(host, MATH)
        strangers(host, [1] * 20)

        view = do_quiz(guest(), code_of(host))

    assert view.headline.endswith("of 22")


def test_among_few_players_a_guest_is_told_so(code):
    view = do_quiz(guest(), code)

    assert view.headline == "You are one of the first"
    assert view.board.top == ()


def test_a_guest_goes_on_where_they_left_off(code):
    friend = guest()
    begun = rally.begin(friend, code, 9)

    again = rally.invitation(friend, code)

    assert again.stage == GameStage.PLAYING
    assert again.play.session_id == begun.play.session_id


def test_a_device_does_three_quizzes_without_an_account(ada, bob, code):
    friend = guest()
    codes = [code, code_of(bob)]
    for name in ("Cleo", "Dan"):
        codes.append(code_of(people.acting(people.student(name))))
    for one in codes[:3]:
        rally.begin(friend, one, 9)

    assert rally.invitation(friend, codes[3]).stage == GameStage.FULL
    with pytest.raises(loops.GuestPlaysSpent):
        rally.begin(friend, codes[3], 9)


def test_ada_does_not_do_her_own_quiz(ada, code):
    friend = loops.Friend(visitor_id=str(uuid4()), member=ada)

    assert rally.invitation(friend, code).stage == GameStage.OWN
    with pytest.raises(rally.OwnRally):
        rally.begin(friend, code)


@pytest.mark.parametrize("broken", ["nonsense", "x.y", ""])
def test_a_broken_link_opens_the_one_closed_page(broken):
    assert rally.invitation(guest(), broken).stage == GameStage.CLOSED


def test_a_link_lives_for_thirty_days_and_not_longer(ada, code):
    with transaction() as tx:
        age = text("UPDATE link SET expires_at = clock_timestamp() - interval '1 second'")
        tx.session.connection().execute(age)

    assert rally.invitation(guest(), code).stage == GameStage.CLOSED


def test_next_week_the_link_opens_the_board_of_that_week(ada, code):
    with clock.stopped(clock.now() + timedelta(days=8)):
        view = do_quiz(guest("late"), code)
        cleo = join("late")

    assert view.stage == GameStage.DONE
    assert stands(cleo).week > board_of(ada).week


# --- what both get


def test_both_get_fifty_xp_once_the_guest_has_joined(ada, code):
    before = xp(ada)
    do_quiz(guest("cleo"), code)
    assert xp(ada) == before

    cleo = join("cleo")

    assert xp(ada) == before + 50
    with reading() as tx:
        assert incentives.xp_paid(tx, cleo.user_id, XpReason.INVITE, cleo.user_id) == 50
    assert incentives.drift() == 0


def test_joining_first_and_doing_the_quiz_after_pays_as_well(ada, code):
    before = xp(ada)
    rally.invitation(guest("cleo"), code)
    cleo = join("cleo")
    assert xp(ada) == before

    view = do_quiz(loops.Friend(visitor_id="", member=cleo), code)

    assert xp(ada) == before + 50
    assert view.reward == "You got 50 XP for joining."


def test_a_member_nobody_brought_earns_nobody_anything(ada, bob, code):
    before = xp(ada)

    do_quiz(loops.Friend(visitor_id="", member=bob), code)

    assert xp(ada) == before
    assert member(bob) is not None


def test_what_was_answered_puts_the_newcomer_on_the_board(ada, code, published):
    do_quiz(guest("cleo"), code)
    published.clear()

    cleo = join("cleo")

    assert stands(cleo).was_invited
    told = [type(event).__name__ for event in published]
    assert told.count("RallyJoined") == 1
    assert "RallyScored" in told


def test_the_board_points_to_the_newcomer(ada, code):
    finished(ada, FIVE)
    rally.enter(ada, MATH)
    strangers(ada, [1] * 10)
    do_quiz(guest("cleo"), code)
    cleo = join("cleo")

    board = rally.board(ada, MATH)

    assert board.newcomer == f"Student {stands(cleo).alias}"
    assert [line.name for line in board.top if line.is_new] == [board.newcomer]
    assert rally.board(cleo, MATH).newcomer == ""


def test_ada_is_told_and_has_a_line_in_her_feed(ada, code):
    do_quiz(guest("cleo"), code)
    join("cleo")

    with reading() as tx:
        notices = tx.session.exec(select(Notification)).all()
        lines = tx.session.exec(select(FeedItem)).all()
    assert [(one.user_id, one.kind) for one in notices] == [
        (ada.user_id, NotificationKind.RALLY_JOINED)
    ]
    assert [(one.owner_id, one.kind) for one in lines] == [(ada.user_id, FeedKind.RALLY_JOINED)]


def test_the_steps_are_those_of_this_loop(code):
    do_quiz(guest("cleo"), code)
    join("cleo")

    with reading() as tx:
        steps = tx.session.exec(select(AttributionEvent.kind, AttributionEvent.loop)).all()
    assert {loop for _, loop in steps} == {LoopKind.RESULTS_RALLY}
    assert {kind for kind, _ in steps} == set(AttributionKind)


def test_a_quiz_left_half_done_pays_nobody(ada, code):
    friend = guest("cleo")
    rally.invitation(friend, code)
    rally.begin(friend, code, 9)
    before = xp(ada)

    join("cleo")

    assert xp(ada) == before


def test_answers_nobody_can_have_read_hold_the_reward_and_not_the_learning(ada, code):
    before = xp(ada)
    view = do_quiz(guest("cleo"), code, seconds=0.5)
    assert view.stage == GameStage.DONE

    join("cleo")

    assert xp(ada) == before
    with reading() as tx:
        held = select(AttributionEvent.held).where(
            AttributionEvent.kind == AttributionKind.FVM_REACHED
        )
        assert tx.session.exec(held).all() == [Hold.TOO_FAST]


def test_what_was_held_is_paid_once_when_the_staff_lets_it_go(ada, sam, code):
    before = xp(ada)
    do_quiz(guest("cleo"), code, seconds=0.5)
    join("cleo")
    [case] = moderation.open_cases(sam, CaseKind.REWARD).cases
    assert case.reasons == "Answered faster than one can read"

    moderation.settle(sam, CaseKind.REWARD, UUID(case.id), Decision.RELEASED)

    paid = xp(ada)
    assert paid > before
    with pytest.raises(moderation.DecidedAlready):
        moderation.settle(sam, CaseKind.REWARD, UUID(case.id), Decision.RELEASED)
    assert (xp(ada), moderation.open_cases(sam).cases) == (paid, ())


def test_a_second_account_on_adas_own_device_is_not_paid(ada, code):
    attribution.seen_together("hers", ada.user_id)
    before = xp(ada)
    do_quiz(guest("hers"), code)

    join("hers")

    assert xp(ada) == before
    with reading() as tx:
        assert tx.session.exec(select(Referral.held)).all() == [Hold.SAME_DEVICE]


def test_an_invited_child_stands_on_no_board_and_earns_ada_her_xp(ada, code):
    before = xp(ada)
    do_quiz(guest("kid"), code)
    signed_in = people.child("Kim", "pat.of.kim@example.org", visitor_id="kid")
    assert xp(ada) == before

    accounts.give_consent(people.mailed_link("consent", to="pat.of.kim"), Browser())

    assert xp(ada) == before + 50
    assert member(people.acting(signed_in)) is None


def test_a_closed_account_closes_its_links(ada, code):
    with transaction() as tx:
        user = tx.session.exec(select(User).where(User.id == ada.user_id)).one()
        user.closed_at = tx.now
        tx.session.add(user)

    assert rally.invitation(guest(), code).stage == GameStage.CLOSED


def test_a_quiz_a_guest_left_unfinished_is_gone_after_a_week(code):
    rally.begin(guest(), code, 9)
    assert rally.forget_unfinished_quizzes() == 0

    with clock.stopped(clock.now() + timedelta(days=8)):
        assert rally.forget_unfinished_quizzes() == 1
        assert rally.forget_unfinished_quizzes() == 0
