"""A row that can be pressed belongs to what it is about, not to its place in the list.

React gives the element of a row to whatever comes to stand at its key. Where the key is the place,
somebody who has gone to one friend's button presses another's once the list has changed.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import reflex as rx
from reflex_base.components.component import BaseComponent, Component
from reflex_components_core.core.foreach import Foreach

from vel_tutor.vel_tutor import app

PAGES = dict(app._unevaluated_pages)
HELD = ("a", "button", "details", "form", "input", "option", "select", "textarea", "Link")
"""Tags that hold a focus, a press or what somebody chose."""
FIXED = ('["grid"]', '["cells"]')
"""The table of a question to fill in: its rows stand where they stand, and another question's table
is another element."""


def parts(component: BaseComponent) -> Iterator[Component]:
    """A component and everything inside it."""
    if isinstance(component, Component):
        yield component
    for child in component.children:
        yield from parts(child)


def can_be_pressed(part: Component) -> bool:
    """Whether somebody can press it, go to it by key or choose in it."""
    return bool(part.event_triggers) or str(part.tag).strip('"') in HELD


def loose_rows(drawn: Any) -> list[str]:
    """Lists whose rows can be pressed but are known only by their place."""
    return [
        f"{each.iterable}, drawn by {each.render_fn.__qualname__}"
        for each in parts(drawn)
        if isinstance(each, Foreach)
        and is_known_by_its_place(each)
        and any(map(can_be_pressed, parts(each.children[0])))
        and not str(each.iterable).endswith(FIXED)
    ]


def is_known_by_its_place(each: Foreach) -> bool:
    """Whether the key of a row is its place: written so, or by default."""
    row = each.children[0]
    assert isinstance(row, Component)
    place = str(each._render().get_index_var())
    return str(row.key) in (place, f"{place}.toString()")


@pytest.mark.parametrize("path", PAGES)
def test_who_is_about_to_press_a_row_still_does_when_the_list_has_changed(path):
    component = PAGES[path].component

    drawn = component() if callable(component) else component

    assert loose_rows(drawn) == [], "give the outermost element of the row a `key` of its own"


FRIENDS = rx.Var.create(["Ada", "Bob"])


def pressed(name: rx.Var[str], **props: Any) -> rx.Component:
    return rx.el.li(rx.el.button(name, on_click=rx.prevent_default), **props)


@pytest.mark.parametrize(
    "draw",
    [
        pressed,
        lambda name: rx.cond(name != "", pressed(name, key=name)),
        lambda name: rx.el.li(rx.el.a(name, href="/friends")),
        lambda name, at: pressed(name, key=at),
        lambda name, at: pressed(name, key=at.to(str)),
        lambda name: rx.el.li(rx.match(name, ("Ada", rx.el.input()), rx.el.input())),
    ],
    ids=["no key", "key inside a cond", "a link", "its place", "its place as words", "in a match"],
)
def test_a_row_known_by_its_place_is_found(draw):
    page = rx.el.main(rx.cond(FRIENDS.length() > 0, rx.el.ul(rx.foreach(FRIENDS, draw))))

    assert len(loose_rows(page)) == 1


@pytest.mark.parametrize(
    "draw",
    [
        lambda name: pressed(name, key=name),
        lambda name: rx.fragment(rx.cond(name != "", pressed(name)), key=name),
        lambda name: rx.el.li(name),
    ],
    ids=["its own key", "around a cond", "nothing to press"],
)
def test_a_row_of_its_own_is_left_alone(draw):
    assert loose_rows(rx.el.ul(rx.foreach(FRIENDS, draw))) == []
