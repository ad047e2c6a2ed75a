"""Words with maths in them, which the server has written as safe HTML (`media/maths.py`)."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import Span
from reflex_components_core.el.elements.typography import Div


class _Written(Span):
    """A piece of a line."""

    dangerouslySetInnerHTML: rx.Var[dict[str, str]]  # noqa: N815  (React's name)


class _Block(Div):
    """A block of its own."""

    dangerouslySetInnerHTML: rx.Var[dict[str, str]]  # noqa: N815  (React's name)


def written(html: rx.Var[str], **props: Any) -> rx.Component:
    """`html` inside a line of words."""
    return _Written.create(dangerouslySetInnerHTML={"__html": html}, **props)


def drawn(svg: rx.Var[str]) -> rx.Component:
    """A figure; its own `aria-label` says what it shows."""
    return _Block.create(dangerouslySetInnerHTML={"__html": svg}, class_name="figure")


def passage(html: rx.Var[str]) -> rx.Component:
    """A text to read, with its paragraphs and tables; long ones scroll in their own frame."""
    return _Block.create(
        dangerouslySetInnerHTML={"__html": html},
        class_name="card-flat passage",
        role="region",
        aria_label="Text to read",
        tab_index=0,
    )
