"""Mail: never lost, never doubled without need, forgotten once sent."""

from datetime import timedelta

import pytest
from sqlmodel import select

from tests import people
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import Settings, settings
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import post
from vel_tutor.domain.accounts.events import LetterWritten
from vel_tutor.domain.accounts.letters import Draft
from vel_tutor.models.accounts import Letter
from vel_tutor.vocabulary import LetterKind


def letters():
    with reading() as tx:
        return tx.session.exec(select(Letter)).all()


def test_a_letter_goes_out_once_and_is_forgotten_here(min, postman):
    sent = [accounts.send_due_letters(), accounts.send_due_letters()]

    assert sent == [1, 0]
    assert postman.got[0].rcpt_tos == ["pat.of.min@example.org"]
    (letter,) = letters()
    assert letter.sent_at
    assert (letter.body, letter.recipient) == ("", "")


def test_a_letter_for_tomorrow_stays_until_then(lea, postman):
    today = accounts.send_due_letters()
    with clock.stopped(clock.now() + timedelta(hours=24, minutes=1)):
        tomorrow = accounts.send_due_letters()

    assert (today, tomorrow) == (1, 1)


def test_a_server_that_is_busy_is_asked_again_later(min, postman):
    postman.says = "451 come back later"
    accounts.send_due_letters()
    postman.says = "250 OK"

    soon = accounts.send_due_letters()
    with clock.stopped(clock.now() + timedelta(minutes=3)):
        later = accounts.send_due_letters()

    assert (soon, later) == (0, 1)


def test_an_address_that_takes_no_mail_is_not_asked_again(min, postman):
    postman.says = "550 no such mailbox"
    accounts.send_due_letters()
    postman.says = "250 OK"

    with clock.stopped(clock.now() + timedelta(days=1)):
        assert accounts.send_due_letters() == 0
    assert letters()[0].failed_at


def test_without_a_mail_server_nothing_is_lost(min, monkeypatch):
    monkeypatch.setattr(settings(), "smtp_host", "127.0.0.1")
    monkeypatch.setattr(settings(), "smtp_port", 1)

    accounts.send_due_letters()

    (letter,) = letters()
    assert (letter.sent_at, letter.failed_at, letter.tries) == (None, None, 1)


def test_a_letter_whose_carrier_died_is_carried_again(min, postman):
    assert post._claim() is not None

    at_once = accounts.send_due_letters()
    with clock.stopped(clock.now() + post.CLAIM_LASTS + timedelta(seconds=1)):
        later = accounts.send_due_letters()

    assert (at_once, later) == (0, 1)


def test_a_letter_that_is_ready_says_so(published):
    people.child("Min", "pat@example.org")

    (written,) = [event for event in published if isinstance(event, LetterWritten)]
    assert written.letter_id == letters()[0].id


@pytest.mark.parametrize("evil", ["pat@example.org\r\nBcc: all@example.org", "a\nb@example.org"])
def test_a_line_break_never_becomes_a_header(evil):
    letter = Letter(kind=LetterKind.PASSWORD_RESET, recipient=evil, subject="Hi", body="Hello")
    letter.written_at = letter.due_at = clock.now()

    with pytest.raises(ValueError, match="linefeed or carriage return"):
        post.message(letter, settings())


def test_the_mailbox_is_read_only_where_mail_goes_to_nobody(min, monkeypatch):
    readable = len(accounts.mailbox())
    monkeypatch.setattr(settings(), "smtp_host", "mail.example.org")

    with pytest.raises(NotFound):
        accounts.mailbox()
    assert readable == 1


def test_a_letter_stands_or_falls_with_its_deed(ada):
    draft = Draft(LetterKind.PASSWORD_RESET, "Hello", "Hello")

    def write_and_stumble():
        with transaction() as tx:
            post.write(tx, draft, "ada@example.org", ada.user_id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_stumble()

    assert letters() == []


def test_nobody_can_start_the_house_without_a_way_to_reach_parents():
    with pytest.raises(ValueError, match="SMTP_HOST"):
        Settings(app_env="production", _env_file=None)  # pyright: ignore[reportCallIssue]
