"""One leaderboard: the rank, what it takes to pass the next one, and the places."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, ranking
from vel_tutor.components.boards.around import classes, foot, invite
from vel_tutor.components.boards.lines import lines, podium
from vel_tutor.components.boards.parts import Deeds, View
from vel_tutor.components.boards.shut import gone, shut, too_young
from vel_tutor.components.react import ticker
from vel_tutor.vocabulary import BoardScope, BoardStage, Subject

SCOPES = (
    (routes.LEADERBOARD_WEEKLY, "Week"),
    (routes.LEAGUE, "League"),
    (routes.leaderboard_subject(Subject.MATH), "Subjects"),
    (routes.LEADERBOARD_GLOBAL, "All time"),
)
_MINUTE_MS = 60_000


def scope_tabs(here: str) -> rx.Component:
    """The kinds of boards."""
    return kit.tabs(SCOPES, here=here, label="Boards")


def subject_tabs(view: View) -> rx.Component:
    """The boards of the three subjects, where one of them is on show."""
    return rx.cond(
        view.scope == "subject",
        ranking.subjects(view.subject.to(str), routes.leaderboard_subject),
    )


def way_back(view: View, scope: BoardScope) -> rx.Component:
    """From the board of a room back into it."""
    if scope is not BoardScope.COHORT:
        return rx.fragment()
    return rx.cond(
        (view.scope == scope.value) & (view.room != ""),
        kit.link("Back to the room", href=view.room.to(str)),
    )


def board_page(view: View, deeds: Deeds, *, scope: BoardScope) -> rx.Component:
    """Everything there is to see of one board.

    Args:
        scope: what the page is for; a board of the page before is not shown on it.
    """
    return rx.fragment(
        rx.match(
            rx.cond(view.scope == scope.value, view.stage, BoardStage.LOADING.value),
            ("shut", shut(view, deeds)),
            ("no_grade", ranking.no_grade()),
            ("too_young", too_young()),
            ("gone", gone()),
            ("few", rx.fragment(_few(view, deeds), classes(view), foot(view, deeds))),
            (
                "full",
                rx.fragment(
                    _standing(view, deeds),
                    podium(view),
                    lines(view, deeds),
                    invite(view, deeds),
                    classes(view),
                    foot(view, deeds),
                ),
            ),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 5)),
        )
    )


def _standing(view: View, deeds: Deeds) -> rx.Component:
    """One's own rank, the XP behind it, and the way to the next place."""
    return kit.card(
        rx.el.div(
            rx.cond(
                view.rank.to(int) > 0,
                rx.el.p(
                    rx.el.span("#", view.rank, class_name="rank-badge", aria_hidden=True),
                    rx.el.span(
                        rx.el.strong(view.headline),
                        rx.el.span(view.xp, " XP", class_name="soft small tabular"),
                        class_name="stack-none",
                    ),
                    class_name="row",
                ),
                rx.el.p(rx.el.strong(view.headline), ". Finish a deck, and you are on it."),
            ),
            _left(view, deeds),
            class_name="row-spread",
        ),
        rx.cond(view.rank.to(int) > 0, _overtake(view)),
        rx.el.p(view.who, class_name="soft small"),
        kit.announcement(rx.cond(view.rank.to(int) > 0, view.headline, "")),
        class_name="stack board-standing",
    )


def _overtake(view: View) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            kit.icon("trending-up", size=18), rx.el.span(view.overtake_words), class_name="row"
        ),
        kit.progress(view.overtake_percent.to(int), label="Way to the next place", tone="honey"),
        class_name="stack-tight",
    )


def _left(view: View, deeds: Deeds) -> rx.Component:
    """How long the week still runs; told anew each minute."""
    return rx.cond(
        view.left != "",
        kit.pill(
            kit.icon("timer", size=16),
            rx.el.span(view.left, " left"),
            ticker.every(_MINUTE_MS, deeds.on_minute),
            tone="sky",
        ),
    )


def _few(view: View, deeds: Deeds) -> rx.Component:
    return rx.fragment(
        kit.card(
            rx.el.div(rx.el.h2(view.headline), _left(view, deeds), class_name="row-spread"),
            kit.progress(
                (view.total.to(int) * 100 / 10).to(int), label="People on this board", tone="grape"
            ),
            rx.el.p(
                rx.cond(
                    view.xp.to(int) > 0,
                    rx.el.span("You have ", rx.el.strong(view.xp, " XP"), " on it already."),
                    "Finish a deck, and you are on it.",
                )
            ),
        ),
        kit.empty_state(
            "A board opens with ten people, so that nobody can be told apart.",
            kit.link_button("Practise", href=routes.PRACTICE),
            mood="think",
        ),
        invite(view, deeds),
    )
