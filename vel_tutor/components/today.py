"""What the first screen of a student is made of."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, ObjectVar

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.mascot import vel
from vel_tutor.domain.flashcards.views import DueView
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.domain.loops.views import SentView
from vel_tutor.domain.practice.views import UnfinishedView
from vel_tutor.vocabulary import Subject

SUBJECTS = (
    (Subject.MATH, "Math", "Numbers, fractions, shapes, algebra", "calculator"),
    (Subject.READING, "Reading", "Passages, words, grammar", "book-open"),
    (Subject.SCIENCE, "Science", "Living things, forces, earth and sky", "flask-conical"),
)


def streak_card(purse: ObjectVar[PurseView], words: rx.Var[str]) -> rx.Component:
    """The flame, what it asks for today, the shields that guard it, and the way to its days."""
    return kit.card(
        rx.el.div(
            rx.el.span(
                kit.flame_icon(size=56), class_name="flame", data_lit=purse.streak.to(int) > 0
            ),
            rx.el.div(
                rx.el.h2(
                    rx.el.span(purse.streak, class_name="tabular"),
                    rx.cond(purse.streak == 1, " day in a row", " days in a row"),
                ),
                rx.el.p(words, class_name="soft"),
                class_name="tile-words",
            ),
            class_name="stat",
        ),
        rx.el.div(
            rx.cond(
                purse.shields.to(int) > 0,
                kit.pill(
                    kit.shield_icon(size=18),
                    rx.el.span(purse.shields, class_name="tabular"),
                    rx.cond(purse.shields == 1, " streak shield", " streak shields"),
                    tone="grape",
                ),
                rx.el.span(),
            ),
            kit.link("Day by day", href=routes.STREAK),
            class_name="row-spread",
        ),
    )


def level_card(purse: ObjectVar[PurseView]) -> rx.Component:
    """The level and how far the next one is."""
    return kit.card(
        rx.el.div(
            rx.el.h2("Level ", rx.el.span(purse.level, class_name="tabular")),
            kit.pill(
                kit.xp_icon(size=18),
                rx.el.span(purse.lifetime_xp, class_name="tabular"),
                " XP",
                tone="honey",
            ),
            class_name="row-spread",
        ),
        kit.progress(purse.level_percent.to(int), label="Way to the next level", tone="honey"),
        rx.el.p(purse.xp_to_next, " XP to the next level", class_name="soft small"),
    )


def welcome() -> rx.Component:
    """For the first day: nothing has been practised yet."""
    return kit.card(
        rx.el.div(
            vel("cheer", size=132),
            rx.el.div(
                rx.el.h2("Your first five questions"),
                rx.el.p(
                    "Pick a subject below. You see at once what was right and why.",
                    class_name="soft",
                ),
                class_name="stack-tight",
            ),
            class_name="welcome",
        ),
    )


def cards_tile(due: ObjectVar[DueView]) -> rx.Component:
    """Flashcards that wait today; not there when none do."""
    return rx.cond(
        due.words != "",
        kit.tile(
            due.words,
            "Flashcards, before they are forgotten",
            sign="layers",
            href=routes.card_deck("today"),
        ),
    )


def unfinished_list(decks: ArrayVar[Sequence[UnfinishedView]]) -> rx.Component:
    """Decks to go on with, where they were left."""
    return rx.el.section(
        rx.el.h2("Go on"),
        rx.foreach(decks, _unfinished),
        class_name="stack",
    )


def _unfinished(deck: ObjectVar[UnfinishedView]) -> rx.Component:
    return rx.el.a(
        rx.el.span(kit.icon("play", size=26), class_name="tile-icon"),
        rx.el.span(
            rx.el.strong(deck.title),
            rx.el.span(deck.answered, " of ", deck.size, " answered", class_name="soft small"),
            kit.progress(deck.percent.to(int), label="Questions answered"),
            class_name="tile-words",
        ),
        kit.icon("chevron-right", size=22, class_name="soft"),
        href=f"{routes.PRACTICE}/{deck.session_id}",
        data_subject=deck.subject,
        class_name="card card-link tile",
        key=deck.session_id,
    )


def subjects() -> rx.Component:
    """Start something new."""
    return rx.el.section(
        rx.el.h2("Practise"),
        *[
            kit.tile(
                title,
                words,
                sign=sign,
                subject=subject.value,
                href=f"{routes.PRACTICE}?subject={subject.value}",
            )
            for subject, title, words, sign in SUBJECTS
        ],
        class_name="stack",
    )


def challenge_news(challenges: ArrayVar[Sequence[SentView]]) -> rx.Component:
    """Challenges in which something happened."""
    return rx.el.section(
        rx.el.h2("Your challenges"),
        rx.foreach(challenges, _challenge),
        class_name="stack",
    )


def _challenge(challenge: ObjectVar[SentView]) -> rx.Component:
    return kit.tile(
        challenge.headline,
        challenge.title,
        sign="swords",
        href=f"{routes.CHALLENGES}/{challenge.id}",
        key=challenge.id,
    )


def challenge_hint() -> rx.Component:
    """What challenges are, for those who have none running."""
    return kit.card(
        rx.el.div(
            kit.shield_icon(size=44),
            rx.el.div(
                rx.el.h2("Challenge a friend"),
                rx.el.p(
                    "After a practice you can send your score to a friend. If they join, "
                    "you both earn a streak shield.",
                    class_name="soft",
                ),
                class_name="tile-words",
            ),
            class_name="stat",
        ),
    )


def bones() -> tuple[Any, ...]:
    """The shape of the day while it is on its way."""
    return kit.skeleton("title"), kit.skeleton("tile", 4)
