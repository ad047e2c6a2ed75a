"""Notices that a page is hidden behind another one."""

from typing import Any

import reflex as rx


def turns_away(on_change: Any) -> rx.Component:
    """Call `on_change(hidden)` whenever the page is hidden or shows again."""
    return rx.window_event_listener(on_visibility_change=on_change)
