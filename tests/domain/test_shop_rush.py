"""Thousands of tries at one balance, and a ledger that is pushed about at random."""

from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bench.redeem import measure
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import Conflict, Refusal
from vel_tutor.domain import incentives, shop
from vel_tutor.vocabulary import XpReason

ITEMS = ("shield", "tutor-minutes", "theme-lagoon", "theme-ember")


@pytest.mark.commits
def test_of_hundreds_of_tries_at_one_balance_exactly_one_buys():
    came = measure(rounds=1, threads=12, tries=5)

    assert came.successes_per_round == {"min": 1, "max": 1}
    assert came.answers_per_purchase == {"min": 1, "max": 1}
    assert (came.spendable_left, came.drift) == (0, 0)


class Crash(Exception):
    """Somebody pulled the plug before the commit."""


class Books(RuleBasedStateMachine):
    """One buyer: what the ledger says is always what was earned less what is still bought."""

    buyer: Actor

    def __init__(self):
        super().__init__()
        self.earned = self.spent = 0
        self.start = incentives.purse(self.buyer).spendable_xp
        self.answers: dict[UUID, tuple[str, shop.Redeemed]] = {}
        self.open: dict[UUID, int] = {}

    @rule(amount=st.integers(1, 900), crashes=st.booleans())
    def earn(self, amount, crashes):
        try:
            with transaction() as tx:
                reason = XpReason.PRACTICE_COMPLETED
                incentives.award_xp(tx, self.buyer.user_id, amount, reason, uuid4())
                if crashes:
                    raise Crash
            self.earned += amount
        except Crash:
            pass

    @rule(item=st.sampled_from(ITEMS))
    def buy(self, item):
        self.ask(item, uuid4())

    @rule(item=st.sampled_from(ITEMS), data=st.data())
    def ask_again(self, item, data):
        if self.answers:
            key = data.draw(st.sampled_from(sorted(self.answers)))
            self.ask(item, key)

    def ask(self, item, key):
        had = incentives.purse(self.buyer).spendable_xp
        asked_for = self.answers.get(key, (item, None))[0]
        if asked_for != item:
            with pytest.raises(shop.KeyReused):
                shop.buy(self.buyer, shop.item_of(item), key)
            return
        try:
            answer = shop.buy(self.buyer, shop.item_of(item), key)
        except Refusal:
            assert key not in self.answers
            return
        if key in self.answers:
            assert (item, answer) == self.answers[key]
            return
        assert had >= answer.price
        self.answers[key] = item, answer
        self.open[UUID(answer.purchase_id)] = answer.price
        self.spent += answer.price

    @rule(data=st.data())
    def undo(self, data):
        if self.answers:
            ids = sorted({UUID(answer.purchase_id) for _, answer in self.answers.values()})
            chosen = data.draw(st.sampled_from(ids))
            try:
                back = shop.undo(self.buyer, chosen)
            except Conflict:
                return
            assert back == self.open.pop(chosen)
            self.spent -= back

    @rule(seconds=st.integers(1, 1200))
    def ask_the_tutor(self, seconds):
        with transaction() as tx:
            before = shop.seconds_left(tx, self.buyer.user_id)
            taken = shop.use_minutes(tx, self.buyer.user_id, seconds, uuid4())
        assert taken == min(before, seconds)

    @invariant()
    def it_adds_up(self):
        purse = incentives.purse(self.buyer)
        assert purse.spendable_xp == self.start + self.earned - self.spent >= 0
        assert (incentives.drift(), shop.drift()) == (0, 0)


def test_whatever_somebody_earns_buys_and_undoes_the_books_add_up(ada, monkeypatch):
    monkeypatch.setattr("vel_tutor.domain.safety.spend", lambda *_: None)
    Books.buyer = ada

    run_state_machine_as_test(
        Books, settings=settings(max_examples=3, stateful_step_count=12, deadline=None)
    )
