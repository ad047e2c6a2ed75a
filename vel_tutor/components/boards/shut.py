"""Instead of a board."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, ranking
from vel_tutor.components.boards.parts import Deeds, View


def shut(view: View, deeds: Deeds) -> rx.Component:
    """Somebody is on no board, and may come back if it was they who left."""
    return ranking.shut(
        rx.cond(
            view.may_leave,
            kit.button("Be on boards again", on_click=deeds.on_come_back),
            kit.link_button("Practise", href=routes.PRACTICE),
        )
    )


def too_young() -> rx.Component:
    """The board of all time is not for children."""
    return kit.empty_state(
        "This board is for those from thirteen on. Yours begins anew each week.",
        kit.link_button("See this week", href=routes.LEADERBOARD_WEEKLY),
        mood="idle",
    )


def gone() -> rx.Component:
    """There is no such board, or not for them."""
    return kit.empty_state(
        "There is no such board, or it belongs to a class or room you are not in.",
        kit.link_button("See this week", href=routes.LEADERBOARD_WEEKLY),
        mood="worried",
    )
