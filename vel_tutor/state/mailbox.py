"""The mail that goes nowhere in development."""

import asyncio

import reflex as rx

from vel_tutor import routes
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import LetterView
from vel_tutor.state.guard import Guarded


class MailboxState(Guarded, rx.State):
    """The last letters; empty where mail really goes out."""

    letters: rx.Field[list[LetterView]] = rx.field(default_factory=list)
    is_loaded: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self):
        """Read the mailbox."""
        self.is_loaded = False
        yield
        try:
            self.letters = list(await asyncio.to_thread(accounts.mailbox))
        except NotFound:
            yield rx.redirect(routes.NOT_FOUND, replace=True)
        else:
            self.is_loaded = True
