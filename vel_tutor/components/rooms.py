"""The shelf of rooms: one's own, parties to come, and the others."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.rooms.views import RoomCardView, ShelfView
from vel_tutor.vocabulary import Subject

SUBJECTS = (
    ("", "All"),
    (Subject.MATH.value, "Math"),
    (Subject.READING.value, "Reading"),
    (Subject.SCIENCE.value, "Science"),
)

Shelf = ObjectVar[ShelfView]
Cards = ArrayVar[tuple[RoomCardView, ...]]


def opening(shelf: Shelf, *, on_ask: Any) -> rx.Component:
    """The ways to open something, for whoever may.

    Args:
        on_ask: event taking "group" or "party".
    """
    return rx.cond(
        shelf.may_open,
        rx.el.div(
            kit.button("Open a room", icon="plus", size="small", on_click=on_ask("group")),
            rx.cond(
                shelf.may_type,
                kit.button(
                    "Plan a watch-party",
                    icon="party-popper",
                    kind="quiet",
                    size="small",
                    on_click=on_ask("party"),
                ),
            ),
            class_name="row wrap",
        ),
    )


def filters(
    subject: rx.Var[str], find: rx.Var[str], *, on_subject: Deed, on_find: Deed
) -> rx.Component:
    """Which rooms to show."""
    return rx.el.div(
        kit.segmented(
            SUBJECTS, name="room-subject", legend="Subject", value=subject, on_change=on_subject
        ),
        kit.form(
            rx.el.div(
                rx.el.label("Find a room", html_for="find-room", class_name="hidden-words"),
                rx.el.input(
                    id="find-room",
                    name="find",
                    type="search",
                    default_value=find,
                    placeholder="Find a room by its name",
                    max_length=40,
                    class_name="input",
                    key=find,
                ),
                kit.button("Find", submit=True, kind="quiet", icon="search"),
                class_name="room-find",
            ),
            on_submit=on_find,
        ),
        class_name="stack-tight",
    )


def shelf_of(
    shelf: Shelf, *, is_narrowed: rx.Var[bool], on_more: Deed, on_all: Deed
) -> rx.Component:
    """All the rooms, in three parts; a part with nothing in it is not there."""
    return rx.fragment(
        _part("Your rooms", shelf.mine),
        _part("Coming up", shelf.coming),
        rx.cond(
            shelf.rooms.to(Cards).length() > 0,
            rx.el.section(
                rx.el.h2("Rooms to join"),
                _cards(shelf.rooms),
                rx.cond(
                    shelf.more != "",
                    kit.button("Show more rooms", kind="quiet", on_click=on_more),
                ),
                class_name="stack-tight",
            ),
            rx.cond(
                is_narrowed,
                kit.empty_state(
                    "No room like that yet.",
                    kit.button("Show all rooms", kind="quiet", on_click=on_all),
                    mood="think",
                ),
                _nothing(shelf),
            ),
        ),
    )


def shut() -> rx.Component:
    """Being with others is switched off for whoever looks."""
    return kit.empty_state(
        "Rooms are switched off for you. A parent can switch on friends and being seen.",
        kit.link_button("Practise", href=routes.PRACTICE),
    )


def _nothing(shelf: Shelf) -> rx.Component:
    """No more rooms; nothing is said below one's own."""
    return rx.cond(
        (shelf.mine.to(Cards).length() > 0) | (shelf.coming.to(Cards).length() > 0),
        rx.fragment(),
        kit.empty_state(
            "No rooms here yet.", kit.link_button("Practise", href=routes.PRACTICE, kind="quiet")
        ),
    )


def _part(title: str, cards: rx.Var[Any]) -> rx.Component:
    return rx.cond(
        cards.to(Cards).length() > 0,
        rx.el.section(rx.el.h2(title), _cards(cards), class_name="stack-tight"),
    )


def _cards(cards: rx.Var[Any]) -> rx.Component:
    return rx.el.ul(
        rx.foreach(
            cards.to(Cards),
            lambda one: rx.el.li(
                _card(cast("ObjectVar[RoomCardView]", one.to(RoomCardView))), key=one.slug
            ),
        ),
        class_name="grid-2 plain-list",
    )


def _card(room: ObjectVar[RoomCardView]) -> rx.Component:
    return rx.el.a(
        rx.el.span(subject_sign(room.subject), class_name="tile-icon"),
        rx.el.span(
            rx.el.strong(room.name),
            rx.el.span(room.about, class_name="soft small"),
            rx.cond(
                room.when != "",
                rx.el.span(kit.icon("calendar-clock", size=16), room.when, class_name="room-fact"),
                rx.el.span(kit.icon("users", size=16), room.members, class_name="room-fact"),
            ),
            rx.cond(room.is_live, kit.pill("Open now", tone="coral")),
            rx.cond(
                room.active != "",
                kit.pill(kit.icon("radio", size=14), rx.el.span(room.active), tone="sky"),
            ),
            class_name="tile-words",
        ),
        kit.icon("chevron-right", size=22, class_name="soft"),
        href=routes.room("") + room.slug.to(str),
        data_subject=room.subject,
        class_name="card card-link tile room-card",
    )


def subject_sign(subject: rx.Var[str]) -> rx.Component:
    """The icon of a subject."""
    return rx.fragment(
        rx.match(
            subject,
            (Subject.READING.value, kit.icon("book-open", size=26)),
            (Subject.SCIENCE.value, kit.icon("flask-conical", size=26)),
            kit.icon("calculator", size=26),
        )
    )
