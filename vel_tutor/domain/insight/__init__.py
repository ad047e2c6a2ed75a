"""K-factor, funnels, guardrails and the weekly report."""

from vel_tutor.domain.insight.alarms import tell_product_managers, watch
from vel_tutor.domain.insight.asking import choice_of
from vel_tutor.domain.insight.reporting import default_filters, k_report
from vel_tutor.domain.insight.rolling import catch_up, check, forget, recompute
from vel_tutor.domain.insight.rules import READERS
from vel_tutor.domain.insight.screen import k_screen, k_table
from vel_tutor.domain.insight.views import KFilters, KReport

__all__ = [
    "READERS",
    "KFilters",
    "KReport",
    "catch_up",
    "check",
    "choice_of",
    "default_filters",
    "forget",
    "k_report",
    "k_screen",
    "k_table",
    "recompute",
    "tell_product_managers",
    "watch",
]
