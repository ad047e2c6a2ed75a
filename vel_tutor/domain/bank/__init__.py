"""The live bank: questions tests may ask, what is known about them, and who was shown them."""

from vel_tutor.domain.bank.actions import bring_back, retire
from vel_tutor.domain.bank.browsing import BankQuery, browse, family
from vel_tutor.domain.bank.exposure import forget_old_tests, note_exposure, unexposed
from vel_tutor.domain.bank.filling import fill, renew
from vel_tutor.domain.bank.learning import Answer, Due, Seen, judge, learn, refit
from vel_tutor.domain.bank.pools import Live, live, median_ms, pool, positions
from vel_tutor.domain.bank.previewing import preview
from vel_tutor.domain.bank.queries import stock
from vel_tutor.domain.bank.rules import READERS

__all__ = [
    "READERS",
    "Answer",
    "BankQuery",
    "Due",
    "Live",
    "Seen",
    "bring_back",
    "browse",
    "family",
    "fill",
    "forget_old_tests",
    "judge",
    "learn",
    "live",
    "median_ms",
    "note_exposure",
    "pool",
    "positions",
    "preview",
    "refit",
    "renew",
    "retire",
    "stock",
    "unexposed",
]
