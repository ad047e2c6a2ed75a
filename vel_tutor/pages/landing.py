"""The first page a newcomer sees."""

import reflex as rx

from vel_tutor.components.landing import hero, how_it_goes, last_call, promises, try_it
from vel_tutor.components.sample import sample_question
from vel_tutor.pages import frame


def landing() -> rx.Component:
    return frame.front(
        hero(),
        try_it(sample_question()),
        promises(),
        how_it_goes(),
        last_call(),
    )
