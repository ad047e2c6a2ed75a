"""The mail of a development machine, where it goes to nobody."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, people
from vel_tutor.pages import frame
from vel_tutor.state.mailbox import MailboxState


def mailbox() -> rx.Component:
    """The last fifty letters, newest first."""
    return frame.plain(
        rx.el.h1("Mailbox"),
        rx.el.p("Mail is not sent from here: this is where it ends.", class_name="soft"),
        kit.ready(
            MailboxState.is_loaded,
            rx.cond(
                MailboxState.letters.length() > 0,
                rx.el.div(rx.foreach(MailboxState.letters, people.letter), class_name="stack"),
                kit.empty_state("No letters yet. Sign somebody up."),
            ),
            kit.skeleton("tile", 3),
        ),
    )


PAGES = (
    frame.Page(
        draw=mailbox,
        route=routes.MAILBOX,
        title="Mailbox - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, MailboxState.arrive),
    ),
)
