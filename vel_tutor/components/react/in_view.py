"""Says when a part of the page comes into sight."""

from typing import Any

import reflex as rx

LIBRARY = "react-intersection-observer@11.0.1"
EARLY = "0px 0px 400px 0px"
"""How far below the screen it counts as seen: the next page is there before one arrives."""


def _seen(is_in_view: rx.Var[bool], _entry: rx.Var[Any]) -> list[rx.Var[bool]]:
    return [is_in_view]


class InView(rx.Component):
    """An area that hears when it comes into sight and when it leaves."""

    library = LIBRARY
    tag = "InView"

    root_margin: rx.Var[str]
    skip: rx.Var[bool]
    """Nothing to watch for."""
    on_change: rx.EventHandler[_seen]


def in_view(*children: Any, on_change: Any, skip: rx.Var[bool], **props: Any) -> rx.Component:
    """`children` in an area that calls `on_change(True)` when it is about to be seen."""
    return InView.create(*children, root_margin=EARLY, on_change=on_change, skip=skip, **props)
