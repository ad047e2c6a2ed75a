"""What people report and the house holds back, for those on the staff who decide."""

import reflex as rx

from vel_tutor import routes
from vel_tutor.components import kit, review
from vel_tutor.components.bank_page import blank
from vel_tutor.components.review_case import Deeds, Listed
from vel_tutor.pages import frame
from vel_tutor.state.review import ReviewState


def staff_review() -> rx.Component:
    return frame.staff(
        rx.el.h1("Review"),
        rx.cond(
            ReviewState.problem != "",
            blank(
                ReviewState.problem,
                kit.button("Try again", kind="quiet", icon="rotate-cw", on_click=ReviewState.begin),
                sign="circle-alert",
                role="alert",
            ),
            kit.ready(ReviewState.loaded, _queue(), kit.skeleton("title"), kit.skeleton("tile", 4)),
        ),
        review.sure(
            ReviewState.asked_of,
            ReviewState.choice,
            on_change=ReviewState.change,
            on_settle=ReviewState.settle,
            on_closed=ReviewState.aim,
        ),
        here=routes.STAFF_REVIEW,
    )


def _queue() -> rx.Component:
    return rx.el.div(
        review.tabs(ReviewState.tab, ReviewState.kind, ReviewState.queue.waiting),
        review.cases(
            Listed(
                queue=ReviewState.queue,
                new=ReviewState.new,
                at=ReviewState.at_case,
                talk=ReviewState.talk,
                talk_of=ReviewState.talk_of,
            ),
            is_open=ReviewState.tab == "open",
            on_new=ReviewState.show_new,
            deeds=Deeds(
                ask=ReviewState.ask,
                read=ReviewState.read,
                close=ReviewState.close_talk,
                undo=ReviewState.undo,
            ),
        ),
        _paging(),
        class_name="stack review",
    )


def _paging() -> rx.Component:
    return rx.el.nav(
        rx.cond(
            ~ReviewState.is_first,
            kit.link_button(
                "First page",
                href=ReviewState.first_url,
                kind="quiet",
                size="small",
                icon="chevron-first",
            ),
        ),
        rx.cond(
            ReviewState.queue.after != "",
            kit.link_button(
                "Next page",
                href=ReviewState.next_url,
                kind="quiet",
                size="small",
                icon="chevron-right",
            ),
        ),
        class_name="row",
        aria_label="Pages",
    )


PAGES = (
    frame.Page(
        draw=staff_review,
        route=routes.STAFF_REVIEW,
        title="Review - vel_tutor",
        on_load=(*frame.ARRIVING_STAFF, ReviewState.begin),
    ),
)
