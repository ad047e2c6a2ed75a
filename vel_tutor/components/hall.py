"""One room: what it is, who is there, and what its members reach in a week."""

from typing import Any, cast

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.rooms import subject_sign
from vel_tutor.domain.rooms.views import FaceView, HallView, LineView, MemberView, WeekView

Hall = ObjectVar[HallView]
Week = ObjectVar[WeekView]


def heading(hall: Hall, crowd: rx.Var[str]) -> rx.Component:
    """The name, and how many belong to the room and are in it right now."""
    is_in = hall.is_member & (hall.stage == "inside")
    is_known = is_in & (crowd != "") & (crowd != "Nobody")
    return rx.el.header(
        rx.el.span(subject_sign(hall.subject), class_name="tile-icon", data_subject=hall.subject),
        rx.el.div(
            rx.el.h1(hall.name),
            rx.el.p(hall.about, class_name="soft"),
            rx.el.p(
                kit.pill(kit.icon("users", size=16), rx.el.span(hall.members)),
                rx.cond(
                    is_known,
                    _here(crowd.to(str) + " here now"),
                    rx.cond(hall.active != "", _here(hall.active)),
                ),
                class_name="row wrap",
            ),
            class_name="stack-tight",
        ),
        class_name="room-head",
        data_subject=hall.subject,
    )


def _here(words: rx.Var[Any]) -> rx.Component:
    return kit.pill(kit.icon("radio", size=16), rx.el.span(words), tone="sky")


def nothing(words: rx.Var[str]) -> rx.Component:
    """No room for this person at this address."""
    return rx.fragment(
        rx.el.h1("Room"),
        kit.empty_state(
            words, kit.link_button("See all rooms", href=routes.ROOMS, kind="quiet"), mood="think"
        ),
    )


def over(hall: Hall) -> rx.Component:
    """The room is closed, or the party is over: what one may do now."""
    return kit.card(
        rx.el.h2(hall.words),
        rx.el.div(
            practise(hall, "Practise what it was about"),
            kit.link_button(
                "See the classes", href=routes.class_sample("") + hall.subject.to(str), kind="quiet"
            ),
            kit.link_button("See all rooms", href=routes.ROOMS, kind="quiet"),
            class_name="row wrap",
        ),
    )


def practise(hall: Hall, words: str) -> rx.Component:
    """To practice in the room's subject."""
    return kit.link_button(
        words, href=routes.PRACTICE + "?subject=" + hall.subject.to(str), icon="target"
    )


def door(hall: Hall, *, on_join: Deed) -> rx.Component:
    """What somebody meets who is not in the room."""
    return rx.fragment(
        rx.match(
            hall.stage,
            (
                "outside",
                kit.card(
                    rx.el.p(
                        "Members see each other by made-up names, practise towards one goal a "
                        "week, and cheer each other on. Nobody can write messages here."
                    ),
                    kit.button("Join the room", icon="door-open", size="wide", on_click=on_join),
                ),
            ),
            (
                "full",
                kit.card(
                    rx.el.p(hall.words),
                    kit.link_button("See all rooms", href=routes.ROOMS, kind="quiet"),
                ),
            ),
            (
                "barred",
                kit.card(
                    rx.el.p(hall.words, role="status"),
                    kit.link_button("See all rooms", href=routes.ROOMS, kind="quiet"),
                ),
            ),
            rx.fragment(),
        )
    )


def week_card(hall: Hall, *, on_seen: Deed) -> rx.Component:
    """The goal of the week, and what came of the last one."""
    week = cast("Week", hall.week)
    return rx.fragment(
        rx.cond(
            week.result != "",
            rx.el.div(
                kit.icon("trophy", size=22),
                rx.el.p(week.result),
                kit.icon_button("x", "Put last week's result away", on_click=on_seen),
                class_name="room-result",
            ),
        ),
        kit.card(
            rx.el.div(
                rx.el.h2("This week's goal"),
                rx.cond(week.is_reached, kit.pill("Reached", tone="mint")),
                class_name="row-spread",
            ),
            kit.progress(week.percent.to(int), label="Goal of the week", tone="mint"),
            rx.el.p(rx.el.strong(week.words), ". Until ", week.until, ".", class_name="tabular"),
            kit.announcement(rx.cond(week.is_reached, "The goal of this week is reached", "")),
            practise(hall, "Practise for the room"),
        ),
    )


def board_card(hall: Hall) -> rx.Component:
    """The board of the week; below ten players only one's own line."""
    week = cast("Week", hall.week)
    own = cast("ObjectVar[LineView]", week.own)
    return kit.card(
        rx.el.h2("Board of the week"),
        rx.el.p(week.board_words, class_name="soft"),
        rx.cond(
            week.board == "full",
            kit.table(
                ("Place", "Player", "Right answers"),
                rx.foreach(week.lines.to(list[LineView]), _line),
                rx.cond(
                    own.rank.to(int) > 10,
                    rx.el.tr(
                        rx.el.td("···", col_span=3, aria_hidden=True, class_name="soft"),
                        class_name="board-gap",
                    ),
                ),
                rx.cond(own.rank.to(int) > 10, _line(own)),
                caption="Right answers of members this week",
            ),
            rx.cond(
                own.points.to(int) > 0,
                rx.el.p("You have ", rx.el.strong(own.points), " right answers this week."),
            ),
        ),
        rx.cond(
            week.xp_board != "",
            kit.link_button(
                "The room by XP",
                href=week.xp_board.to(str),
                kind="quiet",
                size="small",
                icon="trophy",
            ),
        ),
        class_name="stack room-board",
    )


def _line(line: ObjectVar[LineView]) -> rx.Component:
    marked: dict[str, Any] = {"data-you": rx.cond(line.is_you, "", None)}
    return rx.el.tr(
        rx.el.td("#", line.rank, class_name="tabular"),
        rx.el.td(
            rx.el.span(
                kit.avatar(line.name, size=32),
                rx.el.span(line.name),
                rx.cond(line.is_you, kit.pill("You", tone="grape")),
                class_name="row",
            )
        ),
        rx.el.td(line.points, class_name="tabular"),
        class_name="board-place",
        custom_attrs=marked,
    )


def faces(listed: rx.Var[Any]) -> rx.Component:
    """Who is in the room right now, beside oneself."""
    shown = listed.to(list[FaceView])
    return kit.card(
        rx.el.h2("Here now"),
        rx.cond(
            shown.length() > 0,
            rx.el.ul(rx.foreach(shown, _face), class_name="room-faces plain-list"),
            rx.el.p("You are the first one here. Others see you as soon as they come."),
        ),
    )


def _face(one: ObjectVar[FaceView]) -> rx.Component:
    return rx.el.li(
        kit.avatar(one.seed, size=48),
        rx.el.span(one.name, class_name="tiny"),
        rx.cond(one.away, kit.visually_hidden(", away")),
        data_away=one.away,
    )


def members(listed: rx.Var[Any], more: rx.Var[str], *, on_ask: Any, on_more: Deed) -> rx.Component:
    """Everybody who belongs to the room.

    Args:
        on_ask: event taking "remove" or "report" and the id of a member.
    """
    return kit.card(
        rx.el.h2("Members"),
        rx.el.ul(
            rx.foreach(listed.to(list[MemberView]), lambda one: _member(one, on_ask)),
            class_name="room-members plain-list",
        ),
        rx.cond(more != "", kit.button("Show more members", kind="quiet", on_click=on_more)),
    )


def _member(one: ObjectVar[MemberView], on_ask: Any) -> rx.Component:
    return rx.el.li(
        kit.avatar(one.seed, size=36),
        rx.el.span(one.name, class_name="room-name"),
        rx.cond(one.is_you, kit.pill("You", tone="grape")),
        rx.cond(one.is_friend, kit.pill("Friend", tone="mint")),
        rx.cond(one.is_keeper, kit.pill("Keeper", tone="honey")),
        rx.cond(
            one.may_remove,
            kit.icon_button(
                "user-minus", "Put out " + one.name.to(str), on_click=on_ask("remove", one.id)
            ),
        ),
        rx.cond(
            one.id != "",
            kit.icon_button(
                "flag", "Report " + one.name.to(str), on_click=on_ask("report", one.id)
            ),
        ),
        key=one.id,
    )


def deeds(hall: Hall, *parts: Child, on_ask: Any, on_leave: Deed) -> rx.Component:
    """What one may do about the room itself, out of the way.

    Args:
        on_ask: event taking "rename", "close" or "report_room", and no member.
    """

    def deed(words: str, sign: str, what: str) -> rx.Component:
        return kit.button(words, kind="bare", size="small", icon=sign, on_click=on_ask(what, ""))

    return rx.el.footer(
        *parts,
        rx.cond(
            hall.is_member,
            kit.button(
                "Leave the room", kind="bare", size="small", icon="log-out", on_click=on_leave
            ),
        ),
        rx.cond(hall.may_rename, deed("Rename", "pencil", "rename")),
        rx.cond(hall.may_close, deed("Close the room", "door-closed", "close")),
        deed("Report the room", "flag", "report_room"),
        class_name="row wrap room-deeds",
    )
