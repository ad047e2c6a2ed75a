"""The first page a newcomer sees."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components.landing import hero, how_it_goes, last_call, promises, try_it
from vel_tutor.components.sample import sample_question
from vel_tutor.pages import frame
from vel_tutor.state.today import FrontDoorState


def landing() -> rx.Component:
    return frame.front(
        hero(),
        try_it(sample_question()),
        promises(),
        how_it_goes(),
        last_call(),
    )


PAGES = (
    frame.Page(
        draw=landing,
        route=routes.HOME,
        title="vel_tutor: practise, prove it, challenge a friend",
        on_load=(*frame.ARRIVING_ALONE, FrontDoorState.enter),
        more={
            "description": "Short sets of math, reading and science questions that tell you why, "
            "and a link that lets a friend try to beat you.",
            "image": "/icon-512.png",
        },
    ),
)
