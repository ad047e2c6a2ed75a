"""The table: a card that turns, four answers, and what one sees when nothing is left."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.kit.words import Deed
from vel_tutor.components.mascot import vel
from vel_tutor.components.react.keys import press, press_by_key
from vel_tutor.components.react.share import CAN_SHARE, open_share_sheet
from vel_tutor.components.react.swipe import swipe_area
from vel_tutor.domain.flashcards.views import (
    GradeView,
    LeechView,
    SpotlightView,
    StepView,
    StudyView,
)

FRONT = "card-front"
_TONES = {1: "coral", 2: "honey", 3: "mint", 4: "sky"}


def flashcard(table: ObjectVar[StudyView], *, on_grade: Any) -> rx.Component:
    """A card: its front, and once turned its back and the four answers.

    The browser turns it by itself. Space turns, 1 to 4 answer, a swipe to the left says "again",
    one to the right "good".
    """
    face = table.face
    return swipe_area(
        press_by_key(),
        rx.el.details(
            rx.el.summary(
                rx.el.span(
                    kit.pill(face.asks, tone="grape"),
                    rx.el.span(face.deck, class_name="soft small flip-deck"),
                    class_name="row-spread",
                ),
                rx.html(face.html, class_name="flip-words"),
                rx.cond(
                    face.figure != "",
                    rx.html(face.figure, class_name="figure", role="img", aria_label=face.alt),
                ),
                rx.cond(
                    face.options.length() > 0,
                    rx.el.span(
                        rx.foreach(
                            face.options, lambda one: rx.html(one, class_name="flip-option")
                        ),
                        class_name="flip-options",
                    ),
                ),
                rx.el.span(
                    kit.icon("rotate-ccw", size=20),
                    "Show the answer",
                    rx.el.kbd("space", class_name="key-hint"),
                    class_name="btn btn-primary btn-wide flip-turn",
                ),
                id=FRONT,
                class_name="flip-front",
                custom_attrs={"data-key": " "},
            ),
            _back(table),
            rx.el.div(
                rx.foreach(table.grades, lambda grade: _grade(grade, face.ticket, on_grade)),
                class_name="grades",
                role="group",
                aria_label="How well did you know it?",
            ),
            key=face.ticket,
            class_name="flip",
        ),
        on_swiped_left=press_if_turned("1"),
        on_swiped_right=press_if_turned("3"),
        class_name="flip-table",
    )


def press_if_turned(key: str) -> rx.event.EventSpec:
    """Give the answer of `key`, or turn a card that is not turned yet."""
    return press(key, among=".flip[open]", otherwise=" ")


def _back(table: ObjectVar[StudyView]) -> rx.Component:
    face = table.face
    return rx.el.div(
        rx.html(face.back, class_name="flip-words flip-answer"),
        rx.cond(face.example != "", rx.html(face.example, class_name="soft flip-example")),
        rx.cond(
            face.steps.length() > 0,
            rx.el.ol(rx.foreach(face.steps, _step), class_name="steps"),
        ),
        rx.cond(
            face.memo != "",
            rx.el.p(kit.icon("pencil", size=18), face.memo, class_name="hint"),
        ),
        class_name="flip-back",
    )


def _step(step: ObjectVar[StepView]) -> rx.Component:
    return rx.el.li(
        rx.html(step.html),
        rx.cond(step.maths != "", rx.html(step.maths, class_name="claim")),
    )


def _grade(grade: ObjectVar[GradeView], ticket: rx.Var[str], on_grade: Any) -> rx.Component:
    return rx.el.button(
        rx.el.span(grade.name, class_name="grade-name"),
        rx.el.span(grade.rest, class_name="grade-rest tabular", aria_hidden=True),
        kit.visually_hidden(", ", grade.words),
        rx.el.kbd(grade.rating, class_name="key-hint"),
        type="button",
        on_click=on_grade(ticket, grade.rating),
        class_name="grade",
        key=grade.rating.to(str),
        custom_attrs={
            "data-key": grade.rating.to(str),
            "data-tone": rx.match(grade.rating, *_TONES.items(), "grape"),
        },
    )


def tallies(table: ObjectVar[StudyView]) -> rx.Component:
    """What is left: new, being learned, to review."""
    counts = table.counts
    return rx.el.span(
        _tally(counts.new, "new", "sky", "sparkles"),
        _tally(counts.learning, "being learned", "coral", "repeat"),
        _tally(counts.review, "to review", "mint", "layers"),
        class_name="card-tallies tabular",
    )


def _tally(number: rx.Var[int], words: str, tone: str, sign: str) -> rx.Component:
    return rx.el.span(
        kit.icon(sign, size=16),
        number,
        kit.visually_hidden(f" {words}, "),
        class_name="card-tally",
        data_tone=tone,
        title=words,
    )


def undo_button(undos: rx.Var[int], *, on_undo: Deed) -> rx.Component:
    """Takes the last answer back."""
    return rx.el.button(
        kit.icon("undo-2", size=22),
        type="button",
        class_name="icon-btn",
        aria_label="Take the last answer back",
        disabled=undos.to(int) == 0,
        on_click=on_undo,
        custom_attrs={"data-key": "u"},
    )


def over(table: ObjectVar[StudyView]) -> rx.Component:
    """Nothing is left: what was done, and when cards come back."""
    view = table.over
    return rx.el.div(
        press_by_key(),
        vel("cheer", size=132),
        rx.el.h1(view.headline),
        rx.cond(
            view.done.to(int) > 0,
            rx.el.div(
                kit.stat(view.done, "answers today"),
                kit.stat(view.right_percent.to(str) + "%", "known of them"),
                class_name="row over-facts",
            ),
        ),
        rx.cond(
            view.counted_day,
            rx.el.p(
                kit.flame_icon(size=22),
                " This day counts for your streak.",
                class_name="row over-day",
            ),
        ),
        rx.cond(view.again != "", rx.el.p(view.again, class_name="soft")),
        kit.link_button("All decks", href=routes.CARDS, icon="layers", size="wide"),
        kit.link_button("Practise questions", href=routes.PRACTICE, kind="quiet", size="wide"),
        class_name="blank over",
    )


def leech_dialog(
    leech: ObjectVar[LeechView], *, on_help: Deed, on_aside: Any, on_rest: Any, on_close: Deed
) -> rx.Component:
    """A card that keeps slipping away, and three ways to deal with it; or go on as before."""
    return kit.dialog(
        rx.html(leech.html, class_name="card-flat flip-leech"),
        kit.form(
            rx.el.input(type="hidden", name="card_id", value=leech.card_id),
            kit.text_field(
                "A note to help you remember",
                name="memo",
                hint="It stands on the back of the card. Only you see it.",
                default_value=leech.memo,
                max_length=200,
                required=False,
                auto_complete="off",
            ),
            kit.button("Keep the note", submit=True, size="wide"),
            on_submit=on_help,
        ),
        rx.el.div(
            kit.button(
                "Rest for a week", kind="quiet", icon="moon", on_click=on_rest(leech.card_id)
            ),
            kit.button(
                "Put it aside", kind="quiet", icon="archive", on_click=on_aside(leech.card_id)
            ),
            kit.button("Go on as before", kind="bare", on_click=on_close(False)),
            class_name="next-row",
        ),
        title="This one keeps slipping away",
        words="You have forgotten it " + leech.lapses.to(str) + " times. What would help?",
        is_open=leech.card_id != "",
        on_change=on_close,
        opener="main",
    )


def spotlight_dialog(spotlight: ObjectVar[SpotlightView], *, on_close: Deed) -> rx.Component:
    """A deck whose every card is mastered: paper in the air, and a picture to show."""
    return kit.dialog(
        kit.confetti(spotlight.deck_id != ""),
        rx.el.p(
            kit.icon("trophy", size=28),
            rx.el.strong(spotlight.words),
            class_name="row spotlight-words",
        ),
        spotlight_sharing(spotlight),
        kit.button("Go on", size="wide", kind="mint", on_click=on_close(False)),
        title="Deck complete",
        words="Every card in it held over a night and is good for a week or more.",
        is_open=spotlight.deck_id != "",
        on_change=on_close,
        opener="main",
    )


def spotlight_sharing(spotlight: ObjectVar[SpotlightView]) -> rx.Component:
    """The picture and the ways to show it; not there at all for children."""
    return rx.cond(
        spotlight.may_share,
        rx.el.div(
            rx.el.img(
                src=spotlight.picture,
                alt="Your share card: the number of cards and the deck, no name",
                class_name="share-card",
                custom_attrs={"width": 1200, "height": 630},
            ),
            rx.el.div(
                rx.cond(
                    CAN_SHARE,
                    kit.button(
                        "Share",
                        icon="share-2",
                        kind="quiet",
                        on_click=open_share_sheet("Deck complete", spotlight.words, spotlight.link),
                    ),
                ),
                kit.button(
                    "Copy the words",
                    icon="copy",
                    kind="quiet",
                    on_click=rx.set_clipboard(
                        spotlight.words.to(str) + " " + spotlight.link.to(str)
                    ),
                ),
                kit.link_button(
                    "Save the picture",
                    href=spotlight.picture,
                    native=True,
                    kind="quiet",
                    icon="download",
                    download="vel-tutor-cards.png",
                ),
                class_name="next-row",
            ),
            class_name="stack",
        ),
    )
