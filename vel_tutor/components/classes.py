"""Classes and seats: what is offered, what is booked, what a tutor plans."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.domain.tutoring.views import (
    AttendeeView,
    BookingChild,
    ClassView,
    OwnClassView,
    SeatView,
)


def class_list(
    classes: rx.Var[Any], empty: rx.Component, *, may_book: rx.Var[bool], on_book: Any
) -> rx.Component:
    """The classes that are to come.

    Args:
        classes: a list of `ClassView`.
        on_book: event taking the id of a class.
    """
    shown = classes.to(list[ClassView])
    return rx.cond(
        shown.length() > 0,
        rx.el.ul(
            rx.foreach(shown, lambda one: _class(one, may_book=may_book, on_book=on_book)),
            class_name="stack",
        ),
        empty,
    )


def _class(one: rx.Var[Any], *, may_book: rx.Var[bool], on_book: Any) -> rx.Component:
    told = cast("ObjectVar[ClassView]", one.to(ClassView))
    return rx.el.li(
        kit.card(
            rx.el.h2(told.when),
            rx.el.p(told.title, " with ", told.tutor, ". ", told.band, "."),
            rx.el.p(told.seats_left, class_name="soft small"),
            rx.cond(
                may_book,
                kit.button(
                    "Book with a pass",
                    kit.visually_hidden(", ", told.when),
                    icon="ticket",
                    disabled=told.is_full,
                    on_click=on_book(told.id),
                ),
            ),
        ),
        key=told.id,
    )


def child_choice(children: rx.Var[Any], *, value: rx.Var[str], on_change: Deed) -> rx.Component:
    """For which child a seat is taken; nothing to choose with one child."""
    shown = children.to(list[BookingChild])
    return rx.cond(
        shown.length() > 1,
        kit.select_field(
            "For whom",
            name="child",
            options=rx.fragment(
                rx.foreach(
                    shown, lambda child: rx.el.option(child.name, value=child.id, key=child.id)
                )
            ),
            value=value,
            on_change=on_change,
        ),
    )


def seat_list(seats: rx.Var[Any], empty: rx.Component, *, on_give_up: Any) -> rx.Component:
    """The seats a parent has taken.

    Args:
        on_give_up: event taking the id of a seat.
    """
    shown = seats.to(list[SeatView])
    return rx.cond(
        shown.length() > 0,
        rx.el.ul(
            rx.foreach(shown, lambda one: _seat(one, on_give_up=on_give_up)), class_name="stack"
        ),
        empty,
    )


def _seat(one: rx.Var[Any], *, on_give_up: Any) -> rx.Component:
    told = cast("ObjectVar[SeatView]", one.to(SeatView))
    return rx.el.li(
        kit.card(
            rx.el.h3(told.when),
            rx.el.p(told.title, " with ", told.tutor, ", for ", told.child, "."),
            kit.link_button(
                "Open the video room",
                href=told.place,
                native=True,
                icon="video",
                target="_blank",
                rel="noopener noreferrer",
            ),
            rx.cond(
                told.may_give_up,
                rx.el.div(
                    kit.button(
                        "Give the seat up",
                        kit.visually_hidden(", ", told.when),
                        kind="quiet",
                        size="small",
                        on_click=on_give_up(told.id),
                    ),
                    rx.el.span("Until ", told.until, "; your pass comes back.", class_name="tiny"),
                    class_name="row wrap",
                ),
                rx.el.p("It is too late to give this seat up.", class_name="soft small"),
            ),
        ),
        key=told.id,
    )


def own_list(classes: rx.Var[Any], empty: rx.Component, *, on_ask: Any) -> rx.Component:
    """A tutor's own classes.

    Args:
        on_ask: event taking the id of a class that is perhaps to be called off.
    """
    shown = classes.to(list[OwnClassView])
    return rx.cond(
        shown.length() > 0,
        rx.el.ul(rx.foreach(shown, lambda one: _own(one, on_ask=on_ask)), class_name="stack"),
        empty,
    )


def _own(one: rx.Var[Any], *, on_ask: Any) -> rx.Component:
    told = cast("ObjectVar[OwnClassView]", one.to(OwnClassView))
    attendees = told.attendees.to(list[AttendeeView])
    return rx.el.li(
        kit.card(
            rx.el.div(
                rx.el.h3(told.when),
                rx.cond(told.is_over, kit.pill("Over"), rx.fragment()),
                class_name="row-spread",
            ),
            rx.el.p(told.title, ". ", told.band, ". ", told.taken, "."),
            rx.el.ul(
                rx.foreach(attendees, lambda child: rx.el.li(child.name, ", ", child.grade)),
                class_name="small",
            ),
            rx.el.p(told.place, class_name="soft tiny letter"),
            rx.cond(
                told.is_over,
                rx.fragment(),
                kit.button(
                    "Call it off",
                    kit.visually_hidden(", ", told.when),
                    kind="quiet",
                    size="small",
                    on_click=on_ask(told.id),
                ),
            ),
        ),
        key=told.id,
    )
