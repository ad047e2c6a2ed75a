"""The rooms one may join: study groups, clubs of the house, watch-parties to come."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components import room_forms as forms
from vel_tutor.components import rooms as parts
from vel_tutor.pages import frame
from vel_tutor.state.rooms import RoomFormState, RoomsState


def rooms() -> rx.Component:
    return frame.student(
        rx.el.div(rx.el.h1("Rooms"), _opening(), class_name="row-spread wrap"),
        kit.ready(
            RoomsState.is_loaded,
            rx.cond(RoomsState.shelf.is_shut, parts.shut(), _shelf()),
            kit.skeleton("line"),
            kit.skeleton("tile", 5),
        ),
        _forms(),
        here=routes.ROOMS,
    )


def _opening() -> rx.Component:
    return parts.opening(RoomsState.shelf, on_ask=RoomFormState.ask)


def _shelf() -> rx.Component:
    return rx.el.div(
        parts.filters(
            RoomsState.subject,
            RoomsState.find,
            on_subject=RoomsState.choose_subject,
            on_find=RoomsState.look_for,
        ),
        parts.shelf_of(
            RoomsState.shelf,
            is_narrowed=(RoomsState.subject != "") | (RoomsState.find != ""),
            on_more=RoomsState.show_more,
            on_all=RoomsState.begin,
        ),
        class_name="stack",
    )


def _forms() -> rx.Component:
    return rx.fragment(
        kit.dialog(
            forms.group_form(
                RoomFormState.subject,
                RoomFormState.problem,
                may_type=RoomsState.shelf.may_type,
                on_subject=RoomFormState.choose_subject,
                on_open=RoomFormState.open_group,
            ),
            title="Open a room",
            words="A study group of up to fifty. You look after it.",
            is_open=RoomFormState.asked == "group",
            on_change=RoomFormState.close,
        ),
        kit.dialog(
            forms.party_form(
                RoomFormState.classes,
                RoomFormState.problem,
                has_class=RoomFormState.has_class,
                on_class=RoomFormState.choose_class,
                on_open=RoomFormState.open_party,
            ),
            title="Plan a watch-party",
            words="Five questions of a class, looked at together. No video is needed.",
            is_open=RoomFormState.asked == "party",
            on_change=RoomFormState.close,
        ),
    )


PAGES = (
    frame.Page(
        draw=rooms,
        route=routes.ROOMS,
        title="Rooms - vel_tutor",
        on_load=(*frame.ARRIVING, RoomsState.begin),
    ),
)
