"""What a diagnostic came to, and what to do with it."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import findings, kit
from vel_tutor.components.rally import mini_board
from vel_tutor.components.share import card_preview, share_dialog, share_ways, test_prompt
from vel_tutor.pages import frame
from vel_tutor.state.findings import FindingsState
from vel_tutor.state.presence import PresenceState
from vel_tutor.state.rally import RallyState
from vel_tutor.state.share import ShareState


def diagnostic_results() -> rx.Component:
    results = FindingsState.results
    return frame.student(
        kit.ready(
            results.test_id != "",
            rx.el.div(
                findings.verdict(results),
                findings.low_effort(results),
                findings.next_steps(results),
                _with_friends(),
                mini_board(
                    RallyState.board, crowd=PresenceState.crowd, on_invite=RallyState.invite
                ),
                findings.skill_map(results, FindingsState.narrow_map, FindingsState.wide_map),
                findings.areas(results),
                findings.strengths(results),
                findings.other_ways(results.whose.to(str), on_cards=FindingsState.make_cards),
                findings.about_scores(results),
                class_name="stack-wide",
            ),
            kit.skeleton("ring"),
            kit.skeleton("tile", 4),
        ),
        here=routes.PRACTICE,
    )


def _with_friends() -> rx.Component:
    results = FindingsState.results
    return rx.fragment(
        test_prompt(
            results,
            is_offered=ShareState.may_invite,
            on_challenge=ShareState.challenge_with_test,
            on_study=ShareState.study_together,
            card=card_preview("/cards/" + results.test_id.to(str) + ".png"),
        ),
        share_dialog(
            share_ways(ShareState.share, has_qr=ShareState.has_qr, on_share=ShareState.shared),
            is_open=ShareState.is_open,
            on_change=ShareState.close,
            page=ShareState.page,
            opener="",
        ),
    )


PAGES = (
    frame.Page(
        draw=diagnostic_results,
        route=routes.DIAGNOSTIC_RESULTS,
        title="Diagnostic results - vel_tutor",
        on_load=(
            *frame.ARRIVING,
            FindingsState.begin,
            RallyState.begin_beside_findings,
            ShareState.offer,
            ShareState.unfold,
        ),
    ),
)
