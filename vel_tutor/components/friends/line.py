"""One line of a list of people."""

import reflex as rx

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Words


def person(seed: Words, name: Words, words: Words, *beside: Child, key: Words) -> rx.Component:
    """One of a list of people: face, name, a word about them, and what stands beside it.

    Args:
        key: which row this is: a press that has begun stays with them when the list changes.
    """
    return rx.el.li(
        kit.avatar(seed, size=48),
        rx.el.div(
            rx.el.strong(name),
            rx.el.span(words, class_name="soft small"),
            class_name="stack-none person-words",
        ),
        *beside,
        class_name="person",
        key=key,
    )
