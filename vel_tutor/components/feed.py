"""The feed on the screen: lines by day, what is said to them, and what one does with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.react.in_view import in_view
from vel_tutor.domain.feed.views import LineView, MutedView, ReactionView
from vel_tutor.vocabulary import FeedKind, FeedStage, PutAway, Reaction, ReportKind

SIGNS = (
    (FeedKind.BADGE_EARNED, "award"),
    (FeedKind.STREAK_REACHED, "flame"),
    (FeedKind.CHALLENGE_ISSUED, "swords"),
    (FeedKind.CHALLENGE_ACCEPTED, "swords"),
    (FeedKind.CHALLENGE_WON, "crown"),
    (FeedKind.STREAKS_SAVED, "life-buoy"),
    (FeedKind.RALLY_JOINED, "trophy"),
    (FeedKind.PERSONAL_BEST, "trending-up"),
    (FeedKind.CARDS_MASTERED, "layers"),
)
PICTURES = (
    (Reaction.CHEER, "party-popper"),
    (Reaction.FIRE, "flame"),
    (Reaction.STAR, "star"),
    (Reaction.HEART, "heart"),
    (Reaction.ROCKET, "rocket"),
)
WRONGS = (
    (ReportKind.UNKIND, "It is unkind"),
    (ReportKind.UNSAFE, "It does not feel safe"),
    (ReportKind.PRETENDS, "They pretend to be somebody else"),
    (ReportKind.CHEATS, "They cheat"),
    (ReportKind.SPAM, "It is spam"),
)
_GONE = (
    (PutAway.HIDE, "Hidden."),
    (PutAway.REPORT, "Reported, and hidden for you."),
    (PutAway.MUTE, "Muted. They are not told."),
    (PutAway.DELETE, "Deleted for everybody."),
)

Line = ObjectVar[LineView]


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What one can do with a line; each is given its id."""

    react: Any
    """(id, reaction, whether it is to be said)."""
    challenge: Any
    ask: Any
    take_back: Any


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How far somebody has read."""

    stage: rx.Var[str]
    lines: ArrayVar[Sequence[LineView]]
    after: rx.Var[str]
    waiting: rx.Var[int]


def feed_page(reading: Reading, deeds: Deeds, *, on_more: Deed, on_end: Deed, on_new: Deed) -> Any:
    """Everything there is to see of one feed."""
    lines = rx.el.div(
        new_pill(reading.waiting, on_new),
        rx.el.ol(
            rx.foreach(reading.lines, lambda line: _place(line, deeds)),
            class_name="feed-lines plain-list",
        ),
        _end(reading.after, on_more, on_end),
        class_name="stack",
    )
    return rx.fragment(
        rx.match(
            reading.stage,
            (FeedStage.FULL.value, lines),
            (FeedStage.EMPTY.value, _empty(reading, on_new)),
            (FeedStage.CHILD_EMPTY.value, _child_empty(reading, on_new)),
            (FeedStage.SHUT.value, _shut()),
            kit.loading(kit.skeleton("title"), kit.skeleton("tile", 4)),
        )
    )


def new_pill(waiting: rx.Var[int], on_new: Deed) -> rx.Component:
    """How many new lines wait; pressed, they come on top. Nothing moves before."""
    count = rx.cond(waiting.to(int) > 9, "9+", waiting.to(str))
    return rx.fragment(
        rx.el.span(id="feed-top", tab_index=-1, class_name="feed-top"),
        kit.arrivals(count, are_some=waiting.to(int) > 0, said="in your feed", on_show=on_new),
    )


def _place(line: Line, deeds: Deeds) -> rx.Component:
    """A line with the day above it, or what is left of one that was put away."""
    return rx.el.li(
        rx.cond(line.day != "", rx.el.h2(line.day, class_name="feed-day")),
        rx.cond(line.put_away != "", _gone(line, deeds), _line(line, deeds)),
        key=line.id,
    )


def _line(line: Line, deeds: Deeds) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.div(
                kit.avatar(line.face, size=44),
                rx.el.span(_sign(line.kind), class_name="feed-sign", aria_hidden=True),
                class_name="feed-face",
            ),
            rx.el.div(
                rx.el.p(rx.el.strong(line.who), " ", line.words),
                rx.el.p(
                    rx.el.time(line.ago, custom_attrs={"dateTime": line.at}),
                    rx.cond(
                        line.subject != "",
                        rx.fragment(
                            rx.el.span(" · ", aria_hidden=True),
                            rx.el.span(line.subject_words, class_name="feed-subject"),
                        ),
                    ),
                    rx.cond(line.is_friend, rx.el.span(" · Friend")),
                    class_name="soft small",
                ),
                class_name="feed-words",
            ),
            kit.icon_button("ellipsis", "More about this", on_click=deeds.ask(line.id)),
            class_name="feed-head",
        ),
        _answers(line, deeds),
        _offers(line, deeds),
        class_name="card feed-line",
        data_subject=line.subject,
    )


def _sign(kind: rx.Var[str]) -> rx.Component:
    signs = [(known.value, kit.icon(sign, size=14)) for known, sign in SIGNS]
    return rx.fragment(rx.match(kind, *signs, kit.icon("sparkles", size=14)))


def _answers(line: Line, deeds: Deeds) -> rx.Component:
    return rx.el.div(
        rx.foreach(
            line.reactions.to(Sequence[ReactionView]), lambda one: _answer(line.id, one, deeds)
        ),
        rx.cond(line.few != "", rx.el.span(line.few, " reacted", class_name="soft small")),
        class_name="feed-answers",
        role="group",
        aria_label="Reactions",
    )


def _answer(line_id: rx.Var[str], one: ObjectVar[ReactionView], deeds: Deeds) -> rx.Component:
    pictures = [(known.value, kit.icon(sign, size=18)) for known, sign in PICTURES]
    return rx.el.button(
        rx.fragment(rx.match(one.reaction, *pictures, kit.icon("smile", size=18))),
        kit.visually_hidden(one.label),
        rx.cond(one.count != "", rx.el.span(one.count, class_name="tabular small")),
        type="button",
        on_click=deeds.react(line_id, one.reaction, ~one.is_mine.to(bool)),
        aria_pressed=rx.cond(one.is_mine, "true", "false"),
        title=one.label,
        data_reaction=one.reaction,
        class_name="feed-answer",
        key=one.reaction,
    )


def _offers(line: Line, deeds: Deeds) -> rx.Component:
    return rx.cond(
        line.may_challenge | (line.try_href != ""),
        rx.el.div(
            rx.cond(
                line.may_challenge,
                kit.button(
                    "Challenge me too",
                    kind="quiet",
                    size="small",
                    icon="swords",
                    on_click=deeds.challenge(line.id),
                ),
            ),
            rx.cond(
                line.try_href != "",
                kit.link_button(
                    "Try this deck", href=line.try_href, kind="quiet", size="small", icon="play"
                ),
            ),
            class_name="row feed-offers",
        ),
    )


def _gone(line: Line, deeds: Deeds) -> rx.Component:
    words = [(how.value, said) for how, said in _GONE]
    return rx.el.div(
        rx.el.p(rx.match(line.put_away, *words, ""), class_name="soft"),
        kit.button("Undo", kind="quiet", size="small", on_click=deeds.take_back(line.id)),
        class_name="card feed-gone row-spread",
    )


def _end(after: rx.Var[str], on_more: Deed, on_end: Deed) -> rx.Component:
    """The next page comes by itself when the end is near, and by a button for the keyboard."""
    return rx.cond(
        after != "",
        in_view(
            kit.button("Show more", kind="quiet", on_click=on_more),
            on_change=on_end,
            skip=after == "",
            class_name="feed-end",
        ),
        rx.el.p("That is everything of the last half year.", class_name="soft small feed-end"),
    )


def line_deeds(
    line_id: rx.Var[str],
    is_own: rx.Var[bool],
    *,
    on_put_away: Any,
    on_settle: Deed,
) -> rx.Component:
    """What to do with one line; `on_put_away(how, why)`."""
    wrongs = [
        kit.button(
            said, kind="quiet", size="wide", on_click=on_put_away(PutAway.REPORT.value, wrong.value)
        )
        for wrong, said in WRONGS
    ]
    of_others = rx.fragment(
        _deed("Hide this", "eye-off", PutAway.HIDE, on_put_away),
        _deed("See nothing of them any more", "volume-x", PutAway.MUTE, on_put_away),
        rx.el.details(
            rx.el.summary("Report it", class_name="link"),
            rx.el.p("Nobody is told that it was you. What is wrong?", class_name="soft small"),
            *wrongs,
            class_name="stack-tight",
        ),
    )
    own = _deed("Delete it for everybody", "trash-2", PutAway.DELETE, on_put_away)
    return kit.dialog(
        rx.el.div(rx.cond(is_own, own, of_others), class_name="stack-tight"),
        title="This line",
        words="What would you like to do with it?",
        is_open=line_id != "",
        on_change=on_settle,
        opener="",
    )


def _deed(words: str, sign: str, how: PutAway, on_put_away: Any) -> rx.Component:
    return kit.button(
        words, kind="quiet", size="wide", icon=sign, on_click=on_put_away(how.value, "")
    )


def muted_people(people: ArrayVar[Sequence[MutedView]], *, on_unmute: Any) -> rx.Component:
    """Whom one has muted, and the way back."""
    return rx.cond(
        people.length() > 0,
        rx.el.details(
            rx.el.summary("People you muted", class_name="link"),
            rx.el.ul(
                rx.foreach(people, lambda one: _muted(one, on_unmute)),
                class_name="stack-tight lines",
            ),
        ),
    )


def _muted(one: ObjectVar[MutedView], on_unmute: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(one.name),
        kit.button(
            "See again",
            kit.visually_hidden(" ", one.name),
            kind="quiet",
            size="small",
            on_click=on_unmute(one.id),
        ),
        class_name="row-spread",
        key=one.id,
    )


def _empty(reading: Reading, on_new: Deed) -> rx.Component:
    return rx.fragment(
        new_pill(reading.waiting, on_new),
        kit.empty_state(
            "Nothing yet. Practise something, or add a friend: what you both achieve shows here.",
            *_ways(),
        ),
    )


def _child_empty(reading: Reading, on_new: Deed) -> rx.Component:
    return rx.fragment(
        new_pill(reading.waiting, on_new),
        kit.empty_state("Here you see what your friends achieve, and nobody else.", *_ways()),
    )


def _ways() -> tuple[Child, ...]:
    return (
        kit.link_button("Practise", href=routes.PRACTICE),
        kit.link_button("Friends", href=routes.FRIENDS, kind="quiet"),
    )


def _shut() -> rx.Component:
    return kit.empty_state(
        "The feed is switched off for you: nothing of yours appears in it, and you see nobody's. "
        "From 13 you switch it yourself in the settings; before, a parent does.",
        kit.link_button("Settings", href=routes.SETTINGS),
        mood="idle",
    )
