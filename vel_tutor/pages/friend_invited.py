"""The page behind a friend link: what this is, or one press to ask."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import friends as parts
from vel_tutor.pages import frame
from vel_tutor.state.friends import FriendDoorState


def friend_invited() -> rx.Component:
    """Opening this page changes nothing."""
    return frame.plain(
        parts.door(FriendDoorState.door, FriendDoorState.path, on_ask=FriendDoorState.ask)
    )


PAGES = (
    frame.Page(
        draw=friend_invited,
        route=routes.FRIEND_INVITED,
        title="Be friends - vel_tutor",
        on_load=(*frame.ARRIVING_ALONE, FriendDoorState.arrive),
    ),
)
