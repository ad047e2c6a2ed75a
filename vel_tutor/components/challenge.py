"""Challenges on the screen: the friend's side and the sender's."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Child, Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.loops.views import FriendView, GameView, GradeView, PastView, SentView

Game = ObjectVar[GameView]
Sent = ObjectVar[SentView]


def invited(game: Game, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the score to beat, their own level, and one button.

    Args:
        on_level: event taking the chosen grade, where there is a choice.
    """
    return rx.el.div(
        vel("cheer", size=120),
        rx.cond(game.is_study, _to_study(game), _to_beat(game)),
        rx.cond(game.grades.length() > 0, _level(game, on_level)),
        rx.el.p(
            game.size,
            " questions, a few minutes. ",
            rx.cond(game.is_guest, "No account needed.", "It counts as practice."),
            class_name="soft",
        ),
        rx.el.div(kit.button("Play now", size="wide", on_click=on_play), class_name="sticky-foot"),
        class_name="stack centred",
    )


def _to_beat(game: Game) -> rx.Component:
    return rx.fragment(
        rx.el.h1("Can you beat ", game.to_beat, "%?"),
        rx.el.p(rx.el.strong(game.sender), " challenges you in ", rx.el.strong(game.title), "."),
        kit.ring(game.to_beat, label=game.to_beat.to(str) + "% to beat", caption="to beat"),
    )


def _to_study(game: Game) -> rx.Component:
    return rx.fragment(
        rx.el.h1("Practise together"),
        rx.el.p(
            rx.el.strong(game.sender), " is practising ", rx.el.strong(game.title), ". Join in!"
        ),
    )


def _level(game: Game, on_level: Deed) -> rx.Component:
    """The questions are made for the level of whoever plays."""
    return kit.select_field(
        "Your grade",
        name="grade",
        options=rx.foreach(
            game.grades.to(list[GradeView]),
            lambda grade: rx.el.option(grade.words, value=grade.value),
        ),
        hint="You get questions of your own level.",
        value=game.grade.to(str),
        on_change=on_level,
    )


def worth_keeping(code: rx.Var[str]) -> rx.Component:
    """After the first few answers: an account would keep them, and nobody has to."""
    return rx.el.p(
        kit.icon("sparkles", size=18),
        rx.el.span(
            "You're doing great! ",
            kit.link("Sign up", href=_sign_up(code), native=True),
            " to keep your answers, or just play on.",
        ),
        class_name="field-note",
    )


def compared(
    game: Game, code: rx.Var[str], *, on_again: Deed, on_back: Deed, on_rematch: Deed
) -> rx.Component:
    """Both scores side by side, kind words, and what to do next."""
    return rx.el.div(
        kit.confetti(game.cheer),
        rx.cond(game.outcome == "lost", vel("idle", size=112), vel("cheer", size=112)),
        rx.el.h1(game.headline),
        rx.el.div(
            kit.ring(
                game.yours, label="Your score: " + game.yours.to(str) + "%", caption="you", size=140
            ),
            rx.cond(
                game.is_study,
                rx.fragment(),
                kit.ring(
                    game.to_beat,
                    label="To beat: " + game.to_beat.to(str) + "%",
                    caption="to beat",
                    size=140,
                ),
            ),
            class_name="rings",
        ),
        rx.cond(
            game.for_fun,
            rx.el.p("Played again for fun: your first result stands.", class_name="soft small"),
        ),
        rx.cond(game.is_guest, _join(game, code), _member(game, on_back, on_rematch)),
        kit.button(
            "Play again for fun", kind="bare", size="small", icon="rotate-cw", on_click=on_again
        ),
        class_name="stack centred",
    )


def _join(game: Game, code: rx.Var[str]) -> rx.Component:
    return kit.card(
        rx.el.h2("Keep your answers"),
        rx.el.p(
            "Sign up and these answers and their XP are yours. You and ",
            game.sender,
            " each get a streak shield, and you can challenge back.",
        ),
        kit.link_button("Sign up", href=_sign_up(code), native=True, size="wide"),
        kit.link_button(
            "I have an account", href=_sign_in(code), native=True, kind="bare", size="small"
        ),
    )


def _member(game: Game, on_back: Deed, on_rematch: Deed) -> rx.Component:
    return kit.card(
        rx.cond(
            game.reward,
            rx.el.p(kit.shield_icon(size=24), rx.el.strong(game.reward), class_name="row"),
        ),
        rx.cond(
            game.play_id,
            rx.fragment(
                kit.button(
                    "Challenge " + game.sender.to(str) + " back",
                    icon="swords",
                    size="wide",
                    on_click=on_back,
                ),
                kit.button(
                    "Rematch with new questions",
                    kind="quiet",
                    icon="shuffle",
                    size="wide",
                    on_click=on_rematch,
                ),
                rx.el.p("They are told at once. Nobody else sees it.", class_name="soft small"),
            ),
            kit.link_button("See my answers", href=game.results, icon="list", size="wide"),
        ),
    )


def closed(game: Game) -> rx.Component:
    """One page for whatever does not open, with a way on."""
    return rx.el.div(
        rx.el.h1("Nothing to play here"),
        kit.empty_state(
            game.words,
            kit.link_button("Practise something", href=routes.HOME, native=True),
            mood="think",
        ),
        class_name="stack centred",
    )


def full(game: Game, code: rx.Var[str]) -> rx.Component:
    """Enough games without an account."""
    return rx.el.div(
        rx.el.h1("Ready for more?"),
        kit.empty_state(
            "You have played a few games on this device. With an account you can play them all.",
            kit.link_button("Sign up", href=_sign_up(code), native=True),
        ),
        class_name="stack centred",
    )


def own(game: Game) -> rx.Component:
    """The sender opened their own link."""
    return rx.el.div(
        rx.el.h1("This is your challenge"),
        kit.empty_state(
            "You cannot beat yourself here. Send it to a friend, and watch them try.",
            kit.link_button("See who plays", href=game.challenge),
            mood="think",
        ),
        class_name="stack centred",
    )


def _sign_up(code: rx.Var[str]) -> rx.Var[str]:
    return routes.SIGN_UP + "?next=" + routes.challenge("") + code.to(str)


def _sign_in(code: rx.Var[str]) -> rx.Var[str]:
    return routes.SIGN_IN + "?next=" + routes.challenge("") + code.to(str)


def sent_status(sent: Sent, cheer: rx.Var[bool], *, on_rematch: Any) -> rx.Component:
    """How it goes, said aloud when it changes.

    Args:
        on_rematch: event taking the friend's game: play them again.
    """
    return rx.el.section(
        kit.confetti(cheer),
        rx.el.div(
            rx.match(
                sent.stage,
                ("completed", vel("cheer", size=96)),
                ("over", vel("think", size=96)),
                vel("idle", size=96),
            ),
            rx.el.div(
                rx.el.h1(sent.headline),
                rx.el.p(
                    sent.words,
                    ".",
                    rx.cond(sent.until, " Open until " + sent.until.to(str) + ".", ""),
                    class_name="soft",
                ),
                class_name="stack-tight",
            ),
            class_name="row",
        ),
        rx.el.div(
            rx.foreach(sent.friends, lambda friend: _friend(friend, on_rematch)),
            class_name="stack-tight",
        ),
        kit.announcement(sent.headline),
        class_name="stack",
    )


def _friend(friend: ObjectVar[FriendView], on_rematch: Any) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            kit.avatar(friend.id, size=44),
            rx.el.div(
                rx.el.strong(friend.name),
                rx.el.span(friend.words, class_name="soft small"),
                class_name="stack-tight",
            ),
            rx.cond(friend.joined, kit.pill("Joined", tone="mint")),
            class_name="row",
        ),
        rx.cond(
            friend.completed,
            rx.fragment(),
            kit.progress(friend.progress.to(int), label="Questions answered"),
        ),
        rx.cond(
            friend.reward,
            rx.el.p(kit.shield_icon(size=22), rx.el.strong(friend.reward), class_name="row"),
        ),
        rx.cond(
            friend.may_replay,
            kit.button(
                "Rematch with new questions",
                kind="quiet",
                size="small",
                icon="shuffle",
                on_click=on_rematch(friend.id),
            ),
        ),
        class_name="card-flat stack-tight",
        key=friend.id,
    )


def history(
    lines: ArrayVar[Sequence[PastView]],
    empty: Child,
    *,
    has_more: rx.Var[bool],
    on_more: Deed,
) -> rx.Component:
    """Challenges sent and received, the latest first, a page at a time."""
    return rx.cond(
        lines.length() > 0,
        rx.el.div(
            rx.foreach(lines, _line),
            rx.cond(has_more, kit.button("Show more", kind="quiet", on_click=on_more)),
            class_name="stack",
        ),
        empty,
    )


def _line(line: ObjectVar[PastView]) -> rx.Component:
    return rx.cond(
        line.is_waiting,
        kit.tile(line.title, line.words, sign="bell-ring", href=line.href, key=line.id),
        rx.cond(
            line.is_sent,
            kit.tile(line.title, line.words, sign="send", href=line.href, key=line.id),
            kit.tile(line.title, line.words, sign="swords", href=line.href, key=line.id),
        ),
    )
