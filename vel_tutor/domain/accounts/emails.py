"""E-mail addresses: one spelling for each, and none that is gone tomorrow."""

from disposable_email_domains import blocklist
from email_validator import EmailNotValidError, validate_email

from vel_tutor.domain.accounts.rules import LONGEST_EMAIL


def canonical(typed: str) -> str | None:
    """The address in lower case, its domain in Unicode; None when it cannot be one."""
    if len(typed) > LONGEST_EMAIL:
        return None
    try:
        return validate_email(typed.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def is_disposable(email: str) -> bool:
    """Whether the address belongs to a throw-away service, or to a subdomain of one."""
    labels = email.rpartition("@")[2].split(".")
    return any(".".join(labels[start:]) in blocklist for start in range(len(labels) - 1))
