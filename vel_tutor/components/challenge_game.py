"""A challenge as the friend meets it who was challenged."""

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit, link_deck
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.domain.loops.views import GameView

Game = ObjectVar[GameView]


def invited(game: Game, *, on_play: Deed, on_level: Deed) -> rx.Component:
    """What a friend meets first: the score to beat, their own level, and one button."""
    return link_deck.invited(
        game,
        vel("cheer", size=120),
        rx.cond(game.is_study, _to_study(game), _to_beat(game)),
        on_play=on_play,
        on_level=on_level,
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


def to_beat(game: Game) -> rx.Component:
    """The score to beat, beside each question."""
    return rx.el.p(
        kit.icon("swords", size=18),
        rx.el.span(rx.el.strong(game.to_beat, "%"), " to beat"),
        class_name="row small soft to-beat",
    )


def worth_keeping(code: rx.Var[str]) -> rx.Component:
    """After the first few answers: an account would keep them, and nobody has to."""
    return rx.el.p(
        kit.icon("sparkles", size=18),
        rx.el.span(
            "You're doing great! ",
            kit.link("Sign up", href=link_deck.sign_up(_back(code)), native=True),
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
    return link_deck.join(
        "Keep your answers",
        "Sign up and these answers and their XP are yours. You and ",
        game.sender,
        " each get a streak shield, and you can challenge back.",
        back=_back(code),
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


def full(code: rx.Var[str]) -> rx.Component:
    """Enough games without an account."""
    return link_deck.full(
        "You have played a few games on this device. With an account you can play them all.",
        back=_back(code),
    )


def own(game: Game) -> rx.Component:
    """The sender opened their own link."""
    return link_deck.own(
        "This is your challenge",
        "You cannot beat yourself here. Send it to a friend, and watch them try.",
        kit.link_button("See who plays", href=game.challenge),
    )


def _back(code: rx.Var[str]) -> rx.Var[str]:
    return rx.Var.create(routes.challenge("")) + code.to(str)
