"""The page behind a rescue link: one tap, and a friend is in the room."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import rescue as parts
from vel_tutor.pages import frame
from vel_tutor.state.rescue import DoorState


def rescue_invited() -> rx.Component:
    door, code = DoorState.door, DoorState.code
    return frame.focus(
        rx.match(
            door.stage,
            (
                "invited",
                parts.invited(door, code, on_come=DoorState.come_in, on_minute=DoorState.arrive),
            ),
            ("full", parts.shut("Somebody was quicker", door.words, parts.practise_instead())),
            ("apart", parts.shut("Not this room", door.words, parts.practise_instead())),
            ("switched_off", parts.shut("Not this room", door.words, parts.practise_instead())),
            (
                "spent",
                parts.shut(
                    "Ready for more?",
                    door.words,
                    kit.link_button("Sign up", href=routes.SIGN_UP, native=True),
                ),
            ),
            ("closed", parts.shut("This room is closed", door.words, parts.practise_instead())),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 3)),
        ),
        close=routes.HOME,
    )


PAGES = (
    frame.Page(
        draw=rescue_invited,
        route=routes.RESCUE_INVITED,
        title="Practise together - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, DoorState.arrive),
    ),
)
