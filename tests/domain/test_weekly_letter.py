"""The letter of Monday morning: true, once, to parents only, and easy to end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from sqlmodel import select

from tests.decks import finished
from tests.families import family, sign_up_parent
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, notifications
from vel_tutor.domain.accounts import post
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.accounts import Letter
from vel_tutor.vocabulary import LetterKind, NoticeWay, NotificationKind, Subject

BEFORE = datetime(2026, 11, 2, 15, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 11, 21, tzinfo=UTC)
NINE = datetime(2026, 11, 16, 14, 0, tzinfo=UTC)
"""Nine on Monday morning in New York, where the people of the tests live."""
SKILL = content.skill("math.one_step")
TEN = DeckChoice(subject=Subject.MATH, grade=SKILL.grade, skill=SKILL.id, size=10)


@pytest.fixture
def pats():
    """Pat and Lea, who have been here for two weeks."""
    with clock.stopped(BEFORE):
        return family()


def send(at=NINE):
    with clock.stopped(at):
        return proud_parent.send_weekly_letters()


def letters(kind=LetterKind.WEEKLY_PROGRESS):
    with reading() as tx:
        return tx.session.exec(select(Letter).where(Letter.kind == kind)).all()


def test_a_parent_reads_what_the_week_brought(pats):
    finished(pats.child, TEN, seconds=30, at=WEDNESDAY)

    send()

    [letter] = letters()
    assert letter.recipient == "pat@example.org"
    assert letter.subject == "Lea improved in 1 skill last week!"
    assert f"\u2191 {SKILL.name}: Not tried yet \u2192" in letter.body
    assert "5 minutes; 10 questions" in letter.body
    assert f"/proud/{pats.child.user_id}" in letter.body
    assert "Invite a parent" in letter.body
    assert settings().postal_address in letter.body
    assert SKILL.name in letter.html.replace("&#x27;", "'")


def test_an_empty_week_is_told_honestly(pats):
    send()

    [letter] = letters()
    assert letter.subject == "Lea did not practise last week."


def test_nobody_is_written_to_before_nine_and_late_is_still_today(pats):
    early = send(NINE - timedelta(minutes=1))
    late = send(NINE + timedelta(hours=14, minutes=59))

    assert (early, late, len(letters())) == (0, 1, 1)


def test_tuesday_is_too_late(pats):
    assert send(NINE + timedelta(hours=15)) == 0


def test_however_often_the_job_runs_there_is_one_letter_a_week(pats):
    for minutes in (0, 15, 30, 300):
        send(NINE + timedelta(minutes=minutes))

    assert len(letters()) == 1
    send(NINE + timedelta(days=7))
    assert len(letters()) == 2


@pytest.mark.commits
def test_two_workers_at_once_write_one_letter():
    with clock.stopped(BEFORE):
        family()

    with clock.stopped(NINE), ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: proud_parent.send_weekly_letters(), range(4)))

    assert len(letters()) == 1


def test_each_parent_is_written_to_by_their_own_clock(pats):
    with clock.stopped(BEFORE):
        tom = family("Tom", "Kim").parent
    accounts.change_profile(tom, "Tom", "Asia/Tokyo", "")

    send(datetime(2026, 11, 16, 0, 0, tzinfo=UTC))

    assert [letter.recipient for letter in letters()] == ["tom@example.org"]


def test_a_parent_without_children_gets_no_letter():
    with clock.stopped(BEFORE):
        sign_up_parent("Pat")

    send()

    assert letters() == []


def test_a_child_who_came_after_the_week_is_not_told_of():
    with clock.stopped(NINE - timedelta(hours=2)):
        family()

    send()

    assert letters() == []


def test_a_child_is_never_written_to(pats):
    draft = accounts.Draft(LetterKind.WEEKLY_PROGRESS, "x", "y")

    with transaction() as tx:
        assert not accounts.write_to(tx, pats.child.user_id, draft)


def test_one_press_ends_the_letters_and_those_that_wait(pats):
    send()
    [letter] = letters()
    token = letter.unsubscribe.rsplit("/", 1)[1]

    kind = notifications.set_mail(token, is_on=False)
    send(NINE + timedelta(days=7))

    assert kind is NotificationKind.WEEKLY_PROGRESS
    assert letters() == []


def test_looking_at_the_page_that_ends_them_ends_nothing(pats):
    send()
    [letter] = letters()

    notifications.kind_behind(letter.unsubscribe.rsplit("/", 1)[1])

    send(NINE + timedelta(days=7))
    assert len(letters()) == 2


@pytest.mark.parametrize("token", ["", "x", "0123.weekly_progress.forged"])
def test_a_made_up_token_ends_nothing(token):
    with pytest.raises(NotFound):
        notifications.set_mail(token, is_on=False)


def test_ending_one_kind_leaves_the_others(pats):
    with transaction() as tx:
        user_id = pats.parent.user_id
        notifications.choose(
            tx, user_id, NotificationKind.WEEKLY_PROGRESS, NoticeWay.MAIL, is_on=False
        )

        assert notifications.wants(tx, user_id, NotificationKind.FAMILY_REWARDED, NoticeWay.MAIL)


def test_mail_programs_find_both_faces_and_the_one_press(pats):
    send()
    [letter] = letters()

    mail = message_from_bytes(post.message(letter, settings()).as_bytes(), policy=default)

    assert mail["List-Unsubscribe"] == f"<{letter.unsubscribe}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_letters_that_have_to_come_cannot_be_ended(pats):
    [letter] = letters(LetterKind.CONSENT_NOTICE)

    mail = post.message(letter, settings())

    assert mail["List-Unsubscribe"] is None
    assert mail.get_content_type() == "text/plain"
