"""One translator for the whole app: whatever a handler raised becomes words on the screen."""

import logging
import re
from typing import cast

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import ConsentNeeded, Refusal, SignInNeeded
from vel_tutor.core.log import say
from vel_tutor.state.notices import NoticeState

log = logging.getLogger(__name__)
APOLOGY = "Something broke on our side. Please try again."


def explain(exception: Exception) -> rx.event.EventSpec:
    """Turn whatever a handler raised into a notice or a redirect."""
    match exception:
        case SignInNeeded():
            return cast(rx.event.EventSpec, rx.redirect(routes.SIGN_IN))
        case ConsentNeeded():
            return cast(rx.event.EventSpec, rx.redirect(routes.WAITING))
        case Refusal():
            return cast(rx.event.EventSpec, NoticeState.show(str(exception), "warning"))
        case _:
            log.error("a handler failed", exc_info=exception)
            return cast(rx.event.EventSpec, NoticeState.show(APOLOGY, "error"))


def note_page_failure(exception: Exception) -> None:
    """Keep of what a browser reports only the kind of error: its text can hold anything."""
    kind = re.search(r"\b[A-Z][A-Za-z]{2,30}Error\b", str(exception))
    say(log, logging.WARNING, "a page failed in a browser", cause=kind[0] if kind else "other")
