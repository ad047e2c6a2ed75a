"""The words of every mail: pure, so that what a parent agreed to can be hashed and kept."""

import hashlib
from dataclasses import dataclass

from vel_tutor.vocabulary import LetterKind

NOTICE_VERSION = "2026-11"
NOTICE = (
    "A child who says that you are their parent or guardian wants to use vel_tutor, where "
    "students practise mathematics, reading and science. By law we need your permission first. "
    "Until you give it we keep only what the account needs to wait for you: the child's first "
    "name, grade, time zone and password (as a hash), and your e-mail address (encrypted).",
    "What we collect, once you agree: besides that, the answers your child gives and when they "
    "practised, and from which browsers your child signed in. We do not keep the date of birth.",
    "What we use it for: choosing questions, showing progress to your child and to you, and "
    "keeping the account safe. Nothing is sold, used for advertising, or used to train artificial "
    "intelligence.",
    "Who else gets it: the company that runs our servers and the one that delivers our mail, for "
    "that purpose only. Nobody else.",
    "What stays off: your child can not invite others, is not shown to others by name, and does "
    "not appear on boards or in feeds. Each of these would need a separate permission from you, "
    "and learning works the same without them.",
    "How long we keep it: as long as the account is open and 90 days after; an account unused for "
    "12 months is erased. Without your permission everything is deleted after 14 days.",
    "You can read what we hold, have it corrected or deleted, and take your permission back at "
    "any time, with the link in every mail of ours or by answering it.",
)
"""What a parent is told before they agree (16 CFR 312.4); a change needs a new version."""

ALLOWED = NOTICE[1:]
"""The same for a parent who asks by themselves."""
_BRACKETED = "\n\n"


@dataclass(frozen=True)
class Draft:
    """A mail without an address."""

    kind: LetterKind
    subject: str
    body: str
    html: str = ""
    """The same with more than letters; empty for a mail that is plain."""
    unsubscribe: str = ""
    """Where one press ends letters of this kind; empty where they have to come."""


def notice_hash() -> str:
    """SHA-256 of the notice as it reads now, kept with each consent."""
    return hashlib.sha256(_BRACKETED.join(NOTICE).encode()).hexdigest()


def consent_notice(sign_in_name: str, consent_link: str, refuse_link: str, sender: str) -> Draft:
    """The mail that asks a parent. The child's name stays on the page behind the link."""
    return Draft(
        LetterKind.CONSENT_NOTICE,
        "Your child asks for your permission to learn on vel_tutor",
        letter(
            *NOTICE,
            "To read this again and give your permission, open this page (the link works for 7 "
            f"days):\n{consent_link}",
            f"To say no, and have everything deleted:\n{refuse_link}",
            f"Your child signs in with the name {sign_in_name}.",
            signature(sender),
        ),
    )


def consent_second(sign_in_name: str, revoke_link: str, sender: str) -> Draft:
    """The mail that follows a consent after a day, so that a child cannot give it unnoticed."""
    return Draft(
        LetterKind.CONSENT_SECOND,
        "You gave your permission: please check that it was you",
        letter(
            "Yesterday somebody with access to this mailbox gave permission for a child to learn "
            f"on vel_tutor. The child signs in with the name {sign_in_name}.",
            "If that was you, there is nothing to do.",
            "If it was not, or you have changed your mind, one press on this page closes the "
            f"account and ends it everywhere at once:\n{revoke_link}",
            "Keep this mail: the link stays good for a year.",
            *NOTICE[1:],
            signature(sender),
        ),
    )


def consent_revoked(consent_link: str, sender: str) -> Draft:
    """The receipt for a consent taken back."""
    return Draft(
        LetterKind.CONSENT_REVOKED,
        "Your permission has been taken back",
        letter(
            "Your child's account on vel_tutor is closed, on every device. What it holds is "
            "deleted in 14 days.",
            "If you want it open again before that, you can give your permission anew (the link "
            f"works for 7 days):\n{consent_link}",
            signature(sender),
        ),
    )


def password_reset(sign_in_name: str, link: str, sender: str) -> Draft:
    """The mail with the way to a new password."""
    whose = f" for the name {sign_in_name}" if sign_in_name else ""
    return Draft(
        LetterKind.PASSWORD_RESET,
        "Set a new password",
        letter(
            f"Somebody asked for a new password{whose} on vel_tutor. If it was you, set it here "
            f"(the link works for one hour, once):\n{link}",
            "If it was not you, there is nothing to do: your password stays as it is.",
            signature(sender),
        ),
    )


def password_changed(reset_link: str, sender: str) -> Draft:
    """The mail that tells the owner, who may not have been the one."""
    return Draft(
        LetterKind.PASSWORD_CHANGED,
        "Your password was changed",
        letter(
            "The password of your vel_tutor account has just been changed, and every other "
            "device was signed out.",
            f"If that was not you, take the account back with a new password:\n{reset_link}",
            signature(sender),
        ),
    )


def letter(*paragraphs: str) -> str:
    """The body of a mail."""
    return "\n\n".join(("Hello,", *paragraphs)) + "\n"


def signature(sender: str) -> str:
    """Who writes, and from where."""
    return f"vel_tutor\n{sender}"
