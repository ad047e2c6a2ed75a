"""Mail: written as a row in the deed's transaction, handed over by a job, kept when there is none.

A letter is claimed before it is handed over and marked after. Whoever dies in between leaves a
claim; it is taken up again after `CLAIM_LASTS`, with the same Message-ID, so that a letter is
never lost and at worst arrives twice.
"""

import logging
import re
import smtplib
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import delete, or_, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.log import say
from vel_tutor.core.settings import Settings, settings
from vel_tutor.domain.accounts.events import LetterWritten
from vel_tutor.domain.accounts.letters import Draft
from vel_tutor.domain.accounts.views import LetterView
from vel_tutor.models.accounts import Letter, User
from vel_tutor.vocabulary import AgeBand, AppEnv

log = logging.getLogger(__name__)
CLAIM_LASTS = timedelta(minutes=10)
MOST_TRIES = 8
PATIENCE_S = 20
LETTERS_A_RUN = 200
MAILBOX_SHOWS = 50
_LINK = re.compile(r"https?://\S+")
_SPENT = {"body": "", "html": "", "unsubscribe": ""}
"""What a letter loses when it is gone: its words, and the secrets in them."""


def write(
    tx: Transaction, draft: Draft, recipient: str, about_id: UUID, due_at: datetime | None = None
) -> None:
    """Put a letter into the outgoing mail of this transaction, to go now or at `due_at`."""
    letter = Letter(
        about_id=about_id,
        kind=draft.kind,
        recipient=recipient,
        subject=draft.subject,
        body=draft.body,
        html=draft.html,
        unsubscribe=draft.unsubscribe,
        written_at=tx.now,
        due_at=due_at or tx.now,
    )
    tx.session.add(letter)
    if letter.due_at <= tx.now:
        tx.publish(LetterWritten(letter_id=letter.id))


def write_to(tx: Transaction, user_id: UUID, draft: Draft, *, teens_too: bool = False) -> bool:
    """Write to the address of a grown-up's own account; False when there is nobody to write to.

    A student under age is never written to from here, except a teen who asked for these letters
    (`teens_too`).
    """
    user = tx.session.get(User, user_id)
    reached = (AgeBand.ADULT, AgeBand.TEEN) if teens_too else (AgeBand.ADULT,)
    if user is None or user.closed_at or not user.email or user.age_band not in reached:
        return False
    write(tx, draft, user.email, user_id)
    return True


def withdraw(tx: Transaction, about_id: UUID) -> None:
    """Take back every letter about `about_id` that has not gone out."""
    waiting = select(Letter).where(
        Letter.about_id == about_id,
        Letter.sent_at == None,  # noqa: E711
        Letter.failed_at == None,  # noqa: E711
    )
    for letter in tx.session.exec(waiting.with_for_update()):
        tx.session.delete(letter)


def withdraw_ended(tx: Transaction, unsubscribe: str) -> None:
    """Take back every letter that has not gone out and is ended at the address `unsubscribe`."""
    tx.session.exec(
        delete(Letter).where(col(Letter.unsubscribe) == unsubscribe, col(Letter.sent_at).is_(None))
    )


def forget_recipients(tx: Transaction, about_id: UUID) -> None:
    """Remove addresses and words from the letters about `about_id` that have gone or failed."""
    tx.session.exec(
        update(Letter).where(col(Letter.about_id) == about_id).values(recipient="", **_SPENT)
    )


def send_due_letters() -> int:
    """Every minute, and after each letter. Safe to run twice; returns how many were handed over."""
    config = settings()
    if not config.smtp_host:
        return 0
    sent = 0
    for _ in range(LETTERS_A_RUN):
        letter = _claim()
        if letter is None:
            break
        sent += _hand_over(letter, config)
    return sent


def mailbox() -> tuple[LetterView, ...]:
    """The last letters, newest first; only where mail goes to nobody.

    Raises:
        NotFound: this is no place for reading letters.
    """
    if settings().app_env is AppEnv.PRODUCTION or settings().smtp_host:
        raise NotFound
    with reading() as tx:
        letters = tx.session.exec(
            select(Letter).order_by(col(Letter.written_at).desc()).limit(MAILBOX_SHOWS)
        ).all()
        return tuple(_view(letter, tx.now) for letter in letters)


def _view(letter: Letter, now: datetime) -> LetterView:
    return LetterView(
        id=str(letter.id),
        recipient=letter.recipient,
        subject=letter.subject,
        body=letter.body,
        written=f"{letter.written_at:%-d %b, %H:%M} UTC",
        due=f"{letter.due_at:%-d %b, %H:%M} UTC",
        is_due=letter.due_at <= now,
        links=_links(letter.body),
    )


def _links(body: str) -> tuple[str, ...]:
    """The pages a letter points to, as paths of this app, each once."""
    return tuple(dict.fromkeys(urlsplit(found[0]).path for found in _LINK.finditer(body)))


def _claim() -> Letter | None:
    """The next letter to hand over, claimed, so that no other process takes it."""
    with transaction() as tx:
        free = or_(col(Letter.claimed_at).is_(None), col(Letter.claimed_at) < tx.now - CLAIM_LASTS)
        letter = tx.session.exec(
            select(Letter)
            .where(Letter.sent_at == None, Letter.failed_at == None)  # noqa: E711
            .where(Letter.due_at <= tx.now, free)
            .order_by(col(Letter.due_at))
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if letter is not None:
            letter.claimed_at = tx.now
            letter.tries += 1
        return letter


def _hand_over(letter: Letter, config: Settings) -> bool:
    """Give the claimed `letter` to the mail server and note what came of it."""
    try:
        _send(message(letter, config), config)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as refused:
        _note(letter, refused=_is_final(refused))
        say(log, logging.WARNING, "a letter was refused", kind=letter.kind, attempt=letter.tries)
        return False
    except (smtplib.SMTPException, OSError) as failure:
        _note(letter, refused=False)
        say(log, logging.WARNING, "no mail server", reason=type(failure).__name__)
        return False
    _note_sent(letter)
    return True


def message(letter: Letter, config: Settings) -> EmailMessage:
    """The mail itself; a line break in a header is an error, not a second header."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = letter.subject
    mail["From"] = config.mail_from
    mail["To"] = letter.recipient
    mail["Date"] = letter.written_at
    mail["Message-ID"] = f"<{letter.id}@{urlsplit(config.public_url).hostname}>"
    mail["Auto-Submitted"] = "auto-generated"
    if letter.unsubscribe:
        mail["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(letter.body)
    if letter.html:
        mail.add_alternative(letter.html, subtype="html")
    return mail


def _send(mail: EmailMessage, config: Settings) -> None:
    with smtplib.SMTP(config.smtp_host, config.smtp_port, timeout=PATIENCE_S) as server:
        if config.smtp_starttls:
            server.starttls()
        if config.smtp_user:
            server.login(config.smtp_user, config.smtp_password.get_secret_value())
        server.send_message(mail)


def _is_final(refused: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> bool:
    """Whether the server said never (5xx) rather than not now (4xx)."""
    if isinstance(refused, smtplib.SMTPDataError):
        return refused.smtp_code >= 500
    return all(code >= 500 for code, _ in refused.recipients.values())


def _note(letter: Letter, *, refused: bool) -> None:
    with transaction() as tx:
        given_up = refused or letter.tries >= MOST_TRIES
        later = tx.now + timedelta(minutes=2**letter.tries)
        outcome = {"failed_at": tx.now} if given_up else {"due_at": later}
        tx.session.exec(
            update(Letter).where(col(Letter.id) == letter.id).values(claimed_at=None, **outcome)
        )


def _note_sent(letter: Letter) -> None:
    """What has gone out is forgotten here, with the secrets in it; the fact stays."""
    with transaction() as tx:
        tx.session.exec(
            update(Letter)
            .where(col(Letter.id) == letter.id)
            .values(sent_at=tx.now, recipient="", **_SPENT)
        )
