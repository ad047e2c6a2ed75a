"""What the lists of the staff share."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed


def staff_tabs(
    pages: Sequence[tuple[str, str]], shown: ArrayVar[Sequence[str]], *, here: str
) -> rx.Component:
    """The pages of the house as tabs: the one that is open, and which else are `shown`."""
    return rx.el.nav(
        *(
            _tab(path, words, is_here=True)
            if path == here
            else rx.cond(shown.contains(path), _tab(path, words, is_here=False))
            for path, words in pages
        ),
        class_name="segmented",
        aria_label="Staff",
    )


def _tab(path: str, words: str, *, is_here: bool) -> rx.Component:
    current: dict[str, Any] = {"aria_current": "page"} if is_here else {}
    return kit.link(words, href=path, class_name="segment", **current)


def filters(*fields: Child, key: rx.Var[str], on_submit: Deed) -> rx.Component:
    """What to list; the fields start as the address says.

    Args:
        key: changes with the address, so that the fields start anew.
        on_submit: event taking the fields by name.
    """
    return kit.form(
        *fields,
        kit.button("Show", submit=True, icon="search", size="small"),
        on_submit=on_submit,
        class_name="staff-filters",
        role="search",
        aria_label="Filters",
        key=key,
    )


def search_field(words: str, *, name: str, value: rx.Var[str], longest: int) -> rx.Component:
    """Words to look for."""
    return kit.text_field(
        words,
        name=name,
        kind="search",
        required=False,
        default_value=value,
        max_length=longest,
        auto_complete="off",
    )


def tick(words: str, *, name: str, checked: rx.Var[bool]) -> rx.Component:
    """List only some."""
    box = rx.el.input(
        type="checkbox", name=name, value="1", default_checked=checked, class_name="tick"
    )
    return rx.el.label(box, words, class_name="tick-row")
