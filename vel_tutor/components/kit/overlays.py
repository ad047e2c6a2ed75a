"""What lies over the page, and what switches its parts."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from vel_tutor.components.kit.buttons import link
from vel_tutor.components.kit.words import Child, Deed, Words, visually_hidden
from vel_tutor.components.react import dialog as radix


def dialog(
    *children: Child,
    title: Words,
    words: Words,
    is_open: rx.Var[bool],
    on_change: Deed,
    opener: str | Deed = "",
    kind: str = "",
) -> rx.Component:
    """A question that must be settled first: focus stays inside, Escape and the veil close it.

    Args:
        words: one sentence under the title; what the dialog is about.
        on_change: receives False when the person closes it.
        opener: the `id` of what opened it; the focus returns there, or to where it was before. Or
            an event that says where it goes, when what opened it may be gone.
        kind: `ask` for one that comes by itself: on a phone it rises from below.
    """
    back = rx.set_focus(opener) if isinstance(opener, str) and opener else opener
    closing = back or radix.return_focus()
    return radix.DialogRoot.create(
        radix.DialogPortal.create(
            radix.DialogOverlay.create(class_name="veil"),
            radix.DialogContent.create(
                rx.el.div(
                    radix.DialogTitle.create(title),
                    radix.DialogDescription.create(words, class_name="soft"),
                    *children,
                    class_name="stack",
                ),
                class_name=f"dialog {kind}".strip(),
                on_close_auto_focus=closing,
            ),
        ),
        open=is_open,
        on_open_change=on_change,
    )


def segmented(
    options: Sequence[tuple[str, str]],
    *,
    name: str,
    legend: str,
    value: Words,
    on_change: Deed,
) -> rx.Component:
    """One of two to five words, all in sight: `options` are (value, words)."""
    return rx.el.fieldset(
        rx.el.legend(visually_hidden(legend)),
        *[
            rx.el.label(
                rx.el.input(
                    type="radio",
                    name=name,
                    value=option,
                    checked=rx.Var.create(value) == option,
                    on_change=on_change,
                ),
                words,
                class_name="segment",
            )
            for option, words in options
        ],
        class_name="segmented",
    )


def tabs(pages: Sequence[tuple[str, str]], *, here: str, label: str) -> rx.Component:
    """Sibling pages as tabs: `pages` are (path, words); `here` is the path of this one."""
    return rx.el.nav(
        *[_tab(path, words, is_here=path == here) for path, words in pages],
        class_name="segmented",
        aria_label=label,
    )


def _tab(path: str, words: str, *, is_here: bool) -> rx.Component:
    current: dict[str, Any] = {"aria_current": "page"} if is_here else {}
    return link(words, href=path, class_name="segment", **current)
