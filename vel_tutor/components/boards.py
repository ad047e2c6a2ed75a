"""Leaderboards: the rank, what it takes to pass the next one, the podium and the lines."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.react import ticker
from vel_tutor.domain.boards.views import ClassView, LeaderboardView, RankView
from vel_tutor.vocabulary import BoardScope, BoardStage, Subject

SCOPES = (
    (routes.LEADERBOARD_WEEKLY, "Week"),
    (routes.LEAGUE, "League"),
    (routes.leaderboard_subject(Subject.MATH), "Subjects"),
    (routes.LEADERBOARD_GLOBAL, "All time"),
)
SUBJECTS = ((Subject.MATH, "Math"), (Subject.READING, "Reading"), (Subject.SCIENCE, "Science"))
_MINUTE_MS = 60_000

View = ObjectVar[LeaderboardView]


@dataclass(frozen=True)
class Deeds:
    """What can be done on the page of a board."""

    on_top: Deed
    on_more: Deed
    on_me: Deed
    on_invite: Deed
    on_leave: Deed
    """Asks first."""
    on_come_back: Deed
    on_minute: Deed


def scope_tabs(here: str) -> rx.Component:
    """The kinds of boards."""
    return kit.tabs(SCOPES, here=here, label="Boards")


def subject_tabs(view: View) -> rx.Component:
    """The boards of the three subjects, where one of them is on show."""
    return rx.cond(
        view.scope == "subject",
        rx.el.nav(
            *[
                kit.link(
                    words,
                    href=routes.leaderboard_subject(subject),
                    class_name="segment",
                    aria_current=rx.cond(view.subject == subject.value, "page", None),
                )
                for subject, words in SUBJECTS
            ],
            class_name="segmented",
            aria_label="Subjects",
        ),
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
            ("shut", _shut(view, deeds)),
            ("no_grade", _no_grade()),
            ("too_young", _too_young()),
            ("gone", _gone()),
            ("few", rx.fragment(_few(view, deeds), _classes(view), _foot(view, deeds))),
            (
                "full",
                rx.fragment(
                    _standing(view, deeds),
                    podium(view),
                    _lines(view, deeds),
                    _invite(view, deeds),
                    _classes(view),
                    _foot(view, deeds),
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


def _lines(view: View, deeds: Deeds) -> rx.Component:
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
    marked: dict[str, Any] = {
        "data-you": rx.cond(line.is_you, "", None),
        "data-zone": line.zone,
    }
    return rx.el.tr(
        rx.el.td(
            rx.el.span("#", line.rank, _move(line), class_name="board-rank"), class_name="tabular"
        ),
        rx.el.td(
            rx.el.span(
                kit.avatar(line.name, size=32),
                rx.el.span(line.name),
                rx.cond(line.is_you, kit.pill("You", tone="grape")),
                rx.cond(line.is_friend, kit.pill("Friend", tone="mint")),
                rx.match(
                    line.zone,
                    ("up", _zone("chevrons-up", "Moves up", "mint")),
                    ("down", _zone("chevrons-down", "Moves down", "coral")),
                    rx.fragment(),
                ),
                class_name="row board-who",
            )
        ),
        rx.el.td(line.xp, class_name="tabular"),
        rx.el.td(line.accuracy, "%", class_name="tabular"),
        rx.el.td(line.streak, class_name="tabular"),
        rx.el.td(line.wins, class_name="tabular"),
        class_name="board-place",
        custom_attrs=marked,
        key=line.name,
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
        _invite(view, deeds),
    )


def _invite(view: View, deeds: Deeds) -> rx.Component:
    return rx.cond(
        view.may_invite,
        kit.card(
            rx.el.h2("More fun with friends"),
            kit.button("Invite a friend", icon="user-plus", size="wide", on_click=deeds.on_invite),
            rx.el.p(
                "Six questions show them where they would stand. If a friend joins, you both get "
                "50 XP; XP for inviting count on no board.",
                class_name="soft small",
            ),
        ),
    )


def _classes(view: View) -> rx.Component:
    classes = view.classes.to(list[ClassView])
    return rx.cond(
        classes.length() > 0,
        rx.el.section(
            rx.el.h2("Your classes and rooms"),
            rx.foreach(
                classes,
                lambda one: kit.tile(
                    one.title,
                    "Its board of the week",
                    sign="users",
                    href=rx.Var.create("/leaderboard/cohort/") + one.id.to(str),
                ),
            ),
            class_name="stack-tight",
            aria_label="Your classes and rooms",
        ),
    )


def _foot(view: View, deeds: Deeds) -> rx.Component:
    """The other boards, how ranks come about, and the way out."""
    return rx.fragment(
        kit.tile(
            "This week's rally",
            "Points for new kinds of questions",
            sign="trophy",
            href=routes.RALLY,
        ),
        rx.el.details(
            rx.el.summary("How ranks come about"),
            rx.el.p(
                "XP for learning rank first: decks, perfect decks and practised days, at most 120 "
                "a day. Who is level is ranked by right answers, then streak, then challenges won. "
                "XP for inviting or for badges do not count, nor do guesses."
            ),
            rx.el.p(
                "You meet people of your age. Who is new plays among newcomers until the week "
                "after seven days of practice and 200 XP. Names are made up anew each week; only "
                "friends see first names. Arrows compare with about a day ago."
            ),
            rx.cond(view.ends != "", rx.el.p("This week ends on ", view.ends, ".")),
            class_name="soft small stack-tight",
        ),
        rx.cond(
            view.may_leave,
            kit.button("Leave the boards", kind="bare", size="small", on_click=deeds.on_leave),
        ),
    )


def leave_dialog(*, is_open: rx.Var[bool], on_change: Deed, on_leave: Deed) -> rx.Component:
    """The question before somebody leaves."""
    return kit.dialog(
        kit.button("Leave the boards", kind="danger", on_click=on_leave),
        kit.button("Stay", kind="quiet", on_click=on_change(False)),
        title="Leave the boards?",
        words="You are taken off all boards at once, past weeks too, and not counted as present. "
        "Your XP and levels stay. You can come back whenever you like.",
        is_open=is_open,
        on_change=on_change,
    )


def _shut(view: View, deeds: Deeds) -> rx.Component:
    return kit.empty_state(
        "Boards are switched off for you. You are on none, and nobody sees you there.",
        rx.cond(
            view.may_leave,
            kit.button("Be on boards again", on_click=deeds.on_come_back),
            kit.link_button("Practise", href=routes.PRACTICE),
        ),
        mood="idle",
    )


def _no_grade() -> rx.Component:
    return kit.empty_state(
        "Say which grade you are in, and we find your board.",
        kit.link_button("Choose your grade", href=routes.SETTINGS),
        mood="think",
    )


def _too_young() -> rx.Component:
    return kit.empty_state(
        "This board is for those from thirteen on. Yours begins anew each week.",
        kit.link_button("See this week", href=routes.LEADERBOARD_WEEKLY),
        mood="idle",
    )


def _gone() -> rx.Component:
    return kit.empty_state(
        "There is no such board, or it belongs to a class or room you are not in.",
        kit.link_button("See this week", href=routes.LEADERBOARD_WEEKLY),
        mood="worried",
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


def tiers(view: View) -> rx.Component:
    """All leagues, one's own marked."""
    return rx.el.ol(
        rx.foreach(
            view.tiers.to(list[str]),
            lambda tier: rx.el.li(
                kit.icon("shield-half", size=28),
                rx.el.span(tier, class_name="tier-name tiny"),
                rx.cond(tier == view.tier, kit.visually_hidden("You play here")),
                class_name="tier",
                data_tier=tier,
                data_here=rx.cond(tier == view.tier, "here", ""),
                key=tier,
            ),
        ),
        class_name="tiers plain-list",
        aria_label="Leagues",
    )


def league_words() -> rx.Component:
    """What a league is."""
    return rx.el.p(
        "Up to thirty students who learn about as much as you. The first seven move up on Monday, "
        "the last five play one league further down; ties move up together.",
        class_name="soft small",
    )
