"""One room: who is in it, the goal of its week, and the signs its members give each other."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import cheers as signs
from vel_tutor.components import hall as parts
from vel_tutor.components import kit, room_dialogs
from vel_tutor.components import watch_party as party
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.room_keeping import RoomGuestsState, RoomKeepingState
from vel_tutor.state.study_room import CheerState, RoomSeatState, StudyRoomState

HALL = StudyRoomState.hall


def study_room() -> rx.Component:
    return frame.student(
        rx.fragment(
            rx.match(
                HALL.stage,
                ("loading", kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4))),
                ("missing", parts.nothing(HALL.words)),
                ("shut", parts.nothing(HALL.words)),
                _room(),
            )
        ),
        party.next_change(HALL, StudyRoomState.look),
        _dialogs(),
        turns_away(PresenceState.look_away),
        here=routes.ROOMS,
    )


def _room() -> rx.Component:
    return rx.el.div(
        kit.link("All rooms", href=routes.ROOMS),
        parts.heading(HALL, PresenceState.crowd),
        rx.fragment(
            rx.match(
                HALL.stage,
                ("inside", _inside()),
                ("early", _early()),
                ("after", _after()),
                ("over", parts.over(HALL)),
                parts.door(HALL, on_join=RoomSeatState.join),
            )
        ),
        rx.cond(HALL.stage != "over", _deeds()),
        class_name="stack",
    )


def _early() -> rx.Component:
    return party.early(HALL, may_be_reminded=~HALL.is_keeper, on_remind=RoomSeatState.remind)


def _inside() -> rx.Component:
    return rx.fragment(
        rx.cond(
            HALL.party.is_party,
            party.stage(HALL),
            rx.fragment(parts.week_card(HALL, on_seen=RoomSeatState.put_result_away)),
        ),
        _cheers(),
        parts.faces(StudyRoomState.faces),
        rx.cond(HALL.party.is_party, rx.fragment(), parts.board_card(HALL)),
        parts.members(
            StudyRoomState.people,
            StudyRoomState.more,
            on_ask=RoomKeepingState.ask,
            on_more=StudyRoomState.show_more,
        ),
    )


def _after() -> rx.Component:
    return rx.fragment(
        party.finale(HALL, is_new=StudyRoomState.is_finale),
        _cheers(),
        parts.faces(StudyRoomState.faces),
    )


def _cheers() -> rx.Component:
    return rx.cond(
        HALL.may_cheer,
        signs.cheers(
            CheerState.cheers, CheerState.latest, CheerState.beat, on_cheer=CheerState.cheer
        ),
    )


def _deeds() -> rx.Component:
    return parts.deeds(
        HALL,
        rx.cond(
            HALL.may_invite,
            rx.fragment(
                kit.button(
                    "Ask friends in",
                    kind="quiet",
                    size="small",
                    icon="user-plus",
                    on_click=RoomGuestsState.ask,
                ),
                kit.button(
                    "Copy the link",
                    kind="bare",
                    size="small",
                    icon="copy",
                    on_click=[rx.set_clipboard(HALL.link.to(str)), RoomGuestsState.copied],
                ),
            ),
        ),
        on_ask=RoomKeepingState.ask,
        on_leave=RoomSeatState.ask_leave,
    )


def _dialogs() -> rx.Component:
    return rx.fragment(
        room_dialogs.leaving(
            RoomSeatState.is_leaving,
            HALL.has_heir.to(bool),
            on_change=RoomSeatState.stay,
            on_leave=RoomSeatState.leave,
        ),
        room_dialogs.keeping(
            RoomKeepingState.deed,
            RoomKeepingState.name,
            RoomKeepingState.problem,
            room_dialogs.Deeds(
                change=RoomKeepingState.back,
                remove=RoomKeepingState.remove,
                shut=RoomKeepingState.shut,
                rename=RoomKeepingState.rename,
                report=RoomKeepingState.report,
            ),
        ),
        room_dialogs.guests(
            RoomGuestsState.friends,
            RoomGuestsState.is_open,
            on_change=RoomGuestsState.close,
            on_invite=RoomGuestsState.invite,
        ),
    )


PAGES = (
    frame.Page(
        draw=study_room,
        route=routes.ROOM,
        title="Room - vel_tutor",
        on_load=(*frame.ARRIVING, StudyRoomState.begin),
    ),
)
