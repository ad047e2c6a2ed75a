"""Notices that a page is hidden behind another one."""

from typing import Any

import reflex as rx

_HIDDEN = rx.Var("document.hidden").to(bool)
"""What the browser says of the page at that moment."""


def turns_away(on_change: Any) -> rx.Component:
    """Call `on_change(hidden)` when the page opens, is hidden, or shows again."""
    return rx.fragment(
        rx.window_event_listener(on_visibility_change=on_change),
        rx.el.span(on_mount=on_change(_HIDDEN), hidden=True),
    )
