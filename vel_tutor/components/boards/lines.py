"""The places of a leaderboard: podium, table, one's own past weeks."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor.components import kit, ranking
from vel_tutor.components.boards.parts import Deeds, View
from vel_tutor.domain.boards.views import RankView


def podium(view: View) -> rx.Component:
    """The first three, the winner in the middle."""
    return rx.el.ol(
        rx.foreach(view.podium.to(list[RankView]), _step),
        class_name="podium plain-list",
        aria_label="The first three",
    )


def _step(line: ObjectVar[RankView]) -> rx.Component:
    return rx.el.li(
        kit.avatar(line.name, size=56),
        rx.el.strong(line.name, class_name="small podium-name"),
        rx.el.span(line.xp, " XP", class_name="soft small tabular"),
        rx.el.span("#", line.rank, class_name="podium-step tabular"),
        class_name="podium-place",
        data_rank=line.rank,
        key=line.name,
    )


def lines(view: View, deeds: Deeds) -> rx.Component:
    """The places, from the top or around one's own."""
    return rx.fragment(
        rx.el.div(
            rx.el.h2(
                rx.cond(view.is_top, rx.cond(view.tier != "", "Your league", "Top"), "Around you")
            ),
            rx.cond(
                view.tier == "",
                rx.cond(
                    view.is_top,
                    rx.cond(
                        view.rank.to(int) > 0,
                        kit.button("Around me", kind="quiet", size="small", on_click=deeds.on_me),
                    ),
                    kit.button("See the top", kind="quiet", size="small", on_click=deeds.on_top),
                ),
            ),
            class_name="row-spread",
        ),
        kit.table(
            ("Place", "Student", "XP", "Right", "Streak", "Wins"),
            rx.foreach(view.lines.to(list[RankView]), _line),
            caption="Places",
        ),
        rx.cond(
            view.is_top & (view.more.to(int) > 0),
            kit.button("Show more", kind="quiet", on_click=deeds.on_more),
        ),
    )


def _line(line: ObjectVar[RankView]) -> rx.Component:
    return ranking.row(
        line,
        rx.el.td(
            rx.el.span("#", line.rank, _move(line), class_name="board-rank"), class_name="tabular"
        ),
        ranking.who(
            line,
            rx.cond(line.is_friend, kit.pill("Friend", tone="mint")),
            rx.match(
                line.zone,
                ("up", _zone("chevrons-up", "Moves up", "mint")),
                ("down", _zone("chevrons-down", "Moves down", "coral")),
                rx.fragment(),
            ),
            class_name="row board-who",
        ),
        rx.el.td(line.xp, class_name="tabular"),
        rx.el.td(line.accuracy, "%", class_name="tabular"),
        rx.el.td(line.streak, class_name="tabular"),
        rx.el.td(line.wins, class_name="tabular"),
        zone=line.zone,
    )


def _zone(sign: str, words: str, tone: Any) -> rx.Component:
    return kit.pill(kit.icon(sign, size=16), kit.visually_hidden(words), tone=tone)


def _move(line: ObjectVar[RankView]) -> rx.Component:
    """The arrow, and what it says."""
    return rx.fragment(
        rx.match(
            line.moved,
            ("up", _arrow("arrow-up", line, "mint")),
            ("down", _arrow("arrow-down", line, "coral")),
            rx.fragment(),
        )
    )


def _arrow(sign: str, line: ObjectVar[RankView], tone: str) -> rx.Component:
    return rx.el.span(
        kit.icon(sign, size=14),
        rx.el.span(line.by, aria_hidden=True),
        kit.visually_hidden(line.words),
        class_name="board-move",
        data_tone=tone,
    )


def weeks(past: ArrayVar[Any]) -> rx.Component:
    """How one's own last weeks ended."""
    return rx.cond(
        past.length() > 0,
        kit.table(
            ("Week", "Board", "Place", "XP"),
            rx.foreach(
                past,
                lambda week: rx.el.tr(
                    rx.el.td(week.week),
                    rx.el.td(week.board),
                    rx.el.td(
                        rx.el.span(
                            "#",
                            week.rank,
                            rx.cond(
                                week.medal != "",
                                rx.el.span(
                                    kit.icon("medal", size=18),
                                    kit.visually_hidden(week.medal, " medal"),
                                    class_name="medal",
                                    data_medal=week.medal,
                                ),
                            ),
                            class_name="board-rank",
                        ),
                        class_name="tabular",
                    ),
                    rx.el.td(week.xp, class_name="tabular"),
                    key=week.id,
                ),
            ),
            caption="Your past weeks",
        ),
    )
