"""What somebody was told while they were away, the latest first."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import inbox, kit
from vel_tutor.pages import frame
from vel_tutor.state.inbox import InboxState


def notifications() -> rx.Component:
    return frame.student(
        rx.el.div(
            rx.el.h1("Notifications"),
            rx.cond(
                InboxState.unread > 0,
                kit.button("Mark all as read", kind="quiet", on_click=InboxState.read_all),
            ),
            class_name="row-spread",
        ),
        kit.ready(InboxState.loaded, _full(), kit.skeleton("tile", 4)),
        here=routes.NOTIFICATIONS,
    )


def _full() -> rx.Component:
    return rx.el.div(
        inbox.notices(
            InboxState.notices,
            InboxState.more,
            on_open=InboxState.open,
            on_more=InboxState.show_more,
        ),
        rx.el.p(
            kit.link("What may reach you, and when", href=f"{routes.SETTINGS}#notifications"),
        ),
        class_name="stack",
    )


PAGES = (
    frame.Page(
        draw=notifications,
        route=routes.NOTIFICATIONS,
        title="Notifications - vel_tutor",
        on_load=(*frame.ARRIVING, InboxState.begin),
    ),
)
