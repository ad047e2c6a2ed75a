"""Smart links, clicks, sign-ups and first-value moments."""

from vel_tutor.domain.attribution.crediting import account_created, take_payable
from vel_tutor.domain.attribution.credits import CREDITED, PERSONAS, WINDOW
from vel_tutor.domain.attribution.holding import hold_of
from vel_tutor.domain.attribution.links import create_link, invite_sent, open_link
from vel_tutor.domain.attribution.queries import (
    link_ever,
    link_for,
    link_in,
    link_of,
    owner_of,
    referral_of,
    touches,
    visitors_on_device,
)
from vel_tutor.domain.attribution.reviewing import (
    HeldView,
    count_held,
    held,
    held_waiting,
    release,
    waiting_among,
)
from vel_tutor.domain.attribution.roots import (
    account_of,
    root_of,
    root_of_visitor,
    visitors_of,
)
from vel_tutor.domain.attribution.rules import is_crawler, travelled_by
from vel_tutor.domain.attribution.steps import (
    clicked,
    confirm_fraud,
    first_value,
    is_due,
)
from vel_tutor.domain.attribution.stream import PERIODS_D, READERS, StreamQuery, stream
from vel_tutor.domain.attribution.traces import forget_traces
from vel_tutor.domain.attribution.views import LinkView, ReferralView, Visit
from vel_tutor.domain.attribution.visitors import seen_together, visitor_for, wait_for_visitor

__all__ = [
    "CREDITED",
    "PERIODS_D",
    "PERSONAS",
    "READERS",
    "WINDOW",
    "HeldView",
    "LinkView",
    "ReferralView",
    "StreamQuery",
    "Visit",
    "account_created",
    "account_of",
    "clicked",
    "confirm_fraud",
    "count_held",
    "create_link",
    "first_value",
    "forget_traces",
    "held",
    "held_waiting",
    "hold_of",
    "invite_sent",
    "is_crawler",
    "is_due",
    "link_ever",
    "link_for",
    "link_in",
    "link_of",
    "open_link",
    "owner_of",
    "referral_of",
    "release",
    "root_of",
    "root_of_visitor",
    "seen_together",
    "stream",
    "take_payable",
    "touches",
    "travelled_by",
    "visitor_for",
    "visitors_of",
    "visitors_on_device",
    "wait_for_visitor",
    "waiting_among",
]
