"""Where else a student can go: what has no place of its own in the navigation."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit

PLACES = (
    (routes.FRIENDS, "Friends", "users-round"),
    (routes.ROOMS, "Rooms", "tent"),
    (routes.BADGES, "Badges", "medal"),
    (routes.SHOP, "Shop", "store"),
    (routes.CHALLENGES, "Challenges", "swords"),
    (routes.COACH, "Tutor", "message-circle-question"),
)


def places() -> rx.Component:
    """One small tile for each of them."""
    return rx.el.nav(
        *[
            rx.el.a(
                rx.el.span(kit.icon(sign, size=24), class_name="tile-icon"),
                rx.el.span(words),
                href=path,
                class_name="card card-link place-tile",
            )
            for path, words, sign in PLACES
        ],
        aria_label="More places",
        class_name="place-tiles",
    )
