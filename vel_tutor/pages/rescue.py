"""Calling a friend to practise together, and waiting for them."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import rescue as parts
from vel_tutor.pages import frame
from vel_tutor.state.rescue import RescueState
from vel_tutor.state.share import ShareState


def rescue() -> rx.Component:
    return frame.student(
        kit.ready(
            RescueState.home.loaded,
            parts.calling(
                RescueState.home,
                on_ask=RescueState.ask,
                on_minute=RescueState.look,
                on_share=ShareState.shared,
                has_qr=ShareState.has_qr,
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 2),
        ),
        here=routes.RESCUE,
        is_busy=True,
    )


PAGES = (
    frame.Page(
        draw=rescue,
        route=routes.RESCUE,
        title="Practise with a buddy - vel_tutor",
        on_load=(*frame.ARRIVING, ShareState.offer, RescueState.begin),
    ),
)
