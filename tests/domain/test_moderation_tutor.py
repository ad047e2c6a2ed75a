"""Flags of the tutor: who is told of a child in danger, who may read the talk, what is noted."""

from uuid import UUID

import pytest
from sqlmodel import select

from jobs import moderation as reactions
from tests import people
from tests.coaches import PERIMETER, do, flags
from tests.feeding import grow_up
from tests.people import family_link
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, coaching, moderation, notifications
from vel_tutor.domain.coaching import CoachFlagged
from vel_tutor.models.notifications import NoticeSending
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import (
    AuditAction,
    CaseKind,
    CoachMove,
    Decision,
    NoticeWay,
    NotificationKind,
    Role,
)

IN_NEED = NotificationKind.CHILD_IN_NEED


@pytest.fixture
def ada_and_pat(oracle):
    """ada talks to a tutor who has a model; pat is her parent."""
    ada, pat = people.student("Ada"), people.acting(people.parent("Pat"))
    accounts.accept_invitation(pat, family_link(ada))
    coaching.begin(people.acting(ada), PERIMETER)
    return people.acting(ada), pat


def says(actor, words):
    """What happens when somebody writes that to the tutor, the reactions included."""
    do(actor, CoachMove.SAY, words)
    [flag] = flags(actor)
    return flag.id


def react(published):
    for event in [one for one in published if isinstance(one, CoachFlagged)]:
        for _ in range(2):
            with transaction() as tx:
                reactions.tell_of_danger(tx, event)


def told(actor):
    return [notice for notice in notifications.inbox(actor).notices if notice.kind == IN_NEED]


def test_a_linked_parent_hears_once_and_not_a_word_of_what_was_said(ada_and_pat, published):
    ada, pat = ada_and_pat
    says(ada, "I want to die")

    react(published)

    [notice] = told(pat)
    assert notice.path == f"/family/{ada.user_id}"
    assert "988" in notice.words
    assert not {"die", "Ada", "kill"} & set(notice.words.replace(".", "").split())


def test_the_parent_gets_a_mail_too(ada_and_pat, published):
    ada, _ = ada_and_pat
    says(ada, "sometimes i cut myself")
    react(published)

    for event in published:
        if type(event).__name__ == "NotificationAdded":
            with transaction() as tx:
                notifications.plan(tx, event.notification_id)

    with reading() as tx:
        assert NoticeWay.MAIL in tx.session.exec(select(NoticeSending.way)).all()


@pytest.mark.parametrize("words", ["my dad hits me", "I am afraid to go home"])
def test_what_may_be_about_home_tells_nobody_at_home_before_somebody_has_looked(
    ada_and_pat, sam, published, words
):
    ada, pat = ada_and_pat
    flag = says(ada, words)
    react(published)
    [case] = moderation.open_cases(sam).cases
    assert (told(pat), case.is_urgent, case.look) == ([], True, "Parents were not told.")

    moderation.settle(sam, CaseKind.TUTOR, flag, Decision.PARENT_TOLD)

    assert len(told(pat)) == 1


def test_of_a_grown_up_nobody_is_told(ada_and_pat, sam, published):
    ada, pat = ada_and_pat
    grow_up(ada)
    says(ada, "I want to die")

    react(published)

    assert told(pat) == []
    [case] = moderation.open_cases(sam).cases
    assert [choice.verdict for choice in case.choices] == [Decision.NOTED]


def test_where_no_parent_is_linked_nothing_is_decided(bob, sam, oracle):
    coaching.begin(bob, PERIMETER)
    flag = says(bob, "I want to die")

    with pytest.raises(moderation.NobodyToTell):
        moderation.settle(sam, CaseKind.TUTOR, flag, Decision.PARENT_TOLD)

    assert [case.id for case in moderation.open_cases(sam).cases] == [str(flag)]


def test_the_talk_is_opened_by_few_and_each_reading_is_written_down(ada_and_pat, sam):
    ada, _ = ada_and_pat
    alex = people.acting(people.staff("Alex", Role.ADMIN))
    flag = says(ada, "I want to die")

    said = moderation.read_talk(sam, flag)

    assert [turn.html for turn in said if turn.mine] == ["I want to die"]
    assert "die" not in repr(moderation.open_cases(sam))
    with reading() as tx:
        entry = select(AuditEntry).where(AuditEntry.action == AuditAction.TUTOR_TALK_READ)
        row = tx.session.exec(entry).one()
    assert (row.actor_id, row.subject_id, row.object_id) == (sam.user_id, ada.user_id, flag)
    with pytest.raises(NotAllowed):
        moderation.read_talk(alex, flag)


def test_what_was_seen_to_is_not_read_again_until_it_is_open_again(ada_and_pat, sam):
    ada, _ = ada_and_pat
    flag = says(ada, "I want to die")
    moderation.settle(sam, CaseKind.TUTOR, flag, Decision.NOTED)

    with pytest.raises(NotFound):
        moderation.read_talk(sam, flag)
    moderation.undo(sam, UUID(moderation.settled_cases(sam).cases[0].ruling_id))

    assert moderation.read_talk(sam, flag)
