"""What a part of the kit may be given, and words only a screen reader meets."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A

Words = str | rx.Var[Any]
"""Fixed words, or a var that holds them."""
Child = rx.Component | str | rx.Var[Any]
Deed = Any
"""An event: a handler, a handler with arguments, or a list of them."""


def when(words: Words, part: rx.Component) -> rx.Component:
    """`part`, unless `words` are empty."""
    if isinstance(words, str):
        return part if words else rx.fragment()
    return rx.cond(words, part)


def same(value: Words, other: Words) -> bool | rx.Var[bool]:
    """Whether both are the same, decided now when both are fixed."""
    if isinstance(value, str) and isinstance(other, str):
        return value == other
    return rx.Var.create(value) == rx.Var.create(other)


def visually_hidden(*children: Child, **props: Any) -> rx.Component:
    """Read aloud, never shown."""
    return rx.el.span(*children, class_name="hidden-words", **props)


def announcement(words: Words, *, urgent: bool = False) -> rx.Component:
    """A live region: whatever `words` become is read aloud. Keep it on the page from the start."""
    return rx.el.div(
        words,
        class_name="hidden-words",
        role="status" if not urgent else "alert",
        aria_live="polite" if not urgent else "assertive",
        aria_atomic=True,
    )


def skip_link() -> rx.Component:
    """The first stop of the Tab key: past the navigation, to the content."""
    return A.create("Skip to content", href="#main", class_name="skip")
