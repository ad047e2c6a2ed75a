"""One deck, one question at a time."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit
from vel_tutor.components.company import company_strip
from vel_tutor.components.presence import now_card
from vel_tutor.components.question import (
    comes_back,
    help_with,
    question_form,
    standing,
    stopwatch,
    verdict_sheet,
)
from vel_tutor.components.react.presence import turns_away
from vel_tutor.pages import frame
from vel_tutor.state.company import CompanyState
from vel_tutor.state.learning import NowState
from vel_tutor.state.practice import PlayState
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.rally import CrowdState


def practice_play() -> rx.Component:
    deck, question, verdict = PlayState.deck, PlayState.question, PlayState.verdict
    return frame.focus(
        kit.ready(
            deck.title != "",
            rx.fragment(
                company_strip(CompanyState.company, on_alone=CompanyState.be_alone),
                standing(PlayState.level),
                comes_back(question),
                question_form(
                    question,
                    verdict,
                    PlayState.problem,
                    on_submit=PlayState.answer,
                    help_row=help_with(
                        question, on_hint=PlayState.hint, on_reveal=PlayState.reveal
                    ),
                ),
                verdict_sheet(
                    verdict,
                    action=rx.cond(PlayState.answered == deck.size, "See my results", "Continue"),
                    on_continue=PlayState.go_on,
                    on_take_back=PlayState.take_back,
                ),
            ),
            kit.skeleton("title"),
            kit.skeleton("tile", 4),
        ),
        rx.el.div(now_card(NowState.now), class_name="beside-deck"),
        turns_away(PresenceState.look_away),
        close=routes.PRACTICE,
        top=(
            kit.progress(PlayState.progress.to(int), label="Questions answered"),
            rx.cond(
                deck.title != "",
                rx.fragment(
                    rx.el.span(
                        kit.visually_hidden("Question "),
                        question.number,
                        " / ",
                        deck.size,
                        class_name="small tabular counter",
                    ),
                    stopwatch(question, is_stopped=verdict.shown),
                ),
            ),
        ),
    )


PAGES = (
    frame.Page(
        draw=practice_play,
        route=routes.PRACTICE_SESSION,
        title="Practice - vel_tutor",
        on_load=(
            *frame.ARRIVING_ALONE,
            PlayState.begin,
            CrowdState.practise,
            CompanyState.begin,
            NowState.begin,
        ),
    ),
)
