"""Keeping the live bank stocked: instances for every family, siblings for what is worn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from sqlalchemy import select as columns
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.content import blueprint
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.bank import rules
from vel_tutor.models.bank import BankEdition, BankFamily, BankItem
from vel_tutor.vocabulary import Retirement, Subject

_ROWS_AT_ONCE = 500


def fill(*subjects: Subject, per_family: int = rules.PER_FAMILY) -> int:
    """Bring the live bank up to the content: every family there, stocked, nothing worn in it.

    Safe to run twice, at once, and to skip.

    Args:
        subjects: all of them, if none is named.
        per_family: how many instances a parametric family should have.

    Returns:
        How many instances came or went.
    """
    return sum(_fill(subject, per_family) for subject in subjects or tuple(Subject))


@dataclass(frozen=True)
class _Made:
    """An instance that was made at some time, as far as filling is concerned."""

    id: UUID
    family: str
    seed: int
    fingerprint: str
    shown: int
    is_live: bool


def _fill(subject: Subject, per_family: int) -> int:
    """Look, think, write: what takes long holds no row, for others are at these tables too."""
    there = {
        family.id: family
        for family in content.families()
        if content.skill(family.skill).subject is subject
    }
    with transaction() as tx:
        _one_at_a_time(tx, subject)
        known, made = _meet(tx, subject, there), _made(tx, subject)
    gone = list(_unfit(known, there, made))
    left = {item.id for item, _ in gone}
    fresh = [
        row
        for name, family in there.items()
        if known[name].retired_at is None
        for row in _siblings(family, known[name], made[name], left, per_family)
    ]
    for start in range(0, len(fresh), _ROWS_AT_ONCE):
        with transaction() as tx:
            rows = [{**row, "made_at": tx.now} for row in fresh[start : start + _ROWS_AT_ONCE]]
            tx.session.connection().execute(insert(BankItem).on_conflict_do_nothing(), rows)
    if gone or fresh:
        with transaction() as tx:
            _retire(tx, gone)
            renew(tx, subject)
    return len(gone) + len(fresh)


def _one_at_a_time(tx: Transaction, subject: Subject) -> None:
    lock = func.pg_advisory_xact_lock(func.hashtextextended(f"bank.fill.{subject}", 0))
    tx.session.exec(select(lock))


def renew(tx: Transaction, subject: Subject) -> None:
    """Let every process read the live pool of `subject` again."""
    tx.session.exec(
        insert(BankEdition)
        .values(id=uuid4(), subject=subject, name=uuid4())
        .on_conflict_do_update(index_elements=["subject"], set_={"name": uuid4()})
    )


def _meet(
    tx: Transaction, subject: Subject, there: dict[str, content.Family]
) -> dict[str, BankFamily]:
    """The rows of all families of the subject; those never met before get one."""
    rows = tx.session.exec(select(BankFamily).where(BankFamily.subject == subject)).all()
    known = {row.family: row for row in rows}
    for row in rows:
        if row.family not in there and row.retired_at is None:
            row.retired_at, row.retired_why = tx.now, Retirement.GONE
        elif row.family in there and row.retired_why is Retirement.GONE:
            row.retired_at = row.retired_why = None
    settled = sum(row.answers for row in rows) >= rules.SETTLED_ANSWERS
    locked = _anchors(rows, there)
    for name in there.keys() - known.keys():
        family = there[name]
        known[name] = BankFamily(
            family=name,
            subject=subject,
            skill=family.skill,
            a=content.prior(content.instance(name, 0)).a,
            variance=rules.FAMILY_VARIANCE,
            is_anchor=name in locked,
            is_seed=settled,
        )
        tx.session.add(known[name])
    tx.session.flush()
    return known


def _anchors(rows: Sequence[BankFamily], there: dict[str, content.Family]) -> frozenset[str]:
    """Which newcomers are to hold the scale in place: all of it is settled at the first fill."""
    if rows:
        return frozenset()
    return rules.anchors([(family.grade, name) for name, family in there.items()])


def _made(tx: Transaction, subject: Subject) -> defaultdict[str, list[_Made]]:
    """Every instance ever made, by family."""
    found: defaultdict[str, list[_Made]] = defaultdict(list)
    rows = tx.session.connection().execute(_EVER.where(col(BankItem.subject) == subject))
    for id_, family, seed, fingerprint, shown, retired_at in rows:
        found[family].append(_Made(id_, family, seed, fingerprint, shown, retired_at is None))
    return found


_EVER = columns(
    col(BankItem.id),
    col(BankItem.family),
    col(BankItem.seed),
    col(BankItem.fingerprint),
    col(BankItem.shown),
    col(BankItem.retired_at),
)


def _unfit(
    known: dict[str, BankFamily],
    there: dict[str, content.Family],
    made: dict[str, list[_Made]],
) -> Iterator[tuple[_Made, Retirement]]:
    """Live instances that tests should no longer draw, and why."""
    for name, rows in made.items():
        family = there.get(name)
        why = known[name].retired_why if name in known else Retirement.GONE
        for row in rows:
            if not row.is_live:
                continue
            if why or family is None:
                yield row, why or Retirement.GONE
            elif rules.fingerprint(content.instance(name, row.seed)) != row.fingerprint:
                yield row, Retirement.GONE
            elif row.shown >= rules.WORN_AFTER and not family.authored:
                yield row, Retirement.WORN


def _retire(tx: Transaction, gone: Iterable[tuple[_Made, Retirement]]) -> None:
    by_reason: defaultdict[Retirement, list[UUID]] = defaultdict(list)
    for row, why in gone:
        by_reason[why].append(row.id)
    for why, ids in by_reason.items():
        tx.session.exec(
            update(BankItem)
            .where(col(BankItem.id).in_(ids))
            .values(retired_at=tx.now, retired_why=why)
            .execution_options(synchronize_session=False)
        )


def _siblings(
    family: content.Family,
    known: BankFamily,
    made: Sequence[_Made],
    gone: set[UUID],
    per_family: int,
) -> Iterator[dict[str, object]]:
    """Rows for the instances a family lacks, none of which it has ever had before."""
    live = sum(row.is_live and row.id not in gone for row in made)
    missing = min(rules.wanted(family), per_family) - live
    asked = {row.fingerprint for row in made}
    first = max((row.seed for row in made), default=-1) + 1
    for seed in range(first, first + rules.TRIES_FOR_ANOTHER):
        if missing <= 0:
            return
        item = _instance(family, seed)
        if item is None or (mark := rules.fingerprint(item)) in asked:
            continue
        asked.add(mark)
        missing -= 1
        yield _row(item, mark, known, family)


def _instance(family: content.Family, seed: int) -> content.Item | None:
    """The instance of this seed, if the family makes one of it."""
    try:
        return content.instance(family.id, seed)
    except LookupError:
        return None


def _row(
    item: content.Item, mark: str, known: BankFamily, family: content.Family
) -> dict[str, object]:
    """A sibling starts where its family stands."""
    prior, skill = content.prior(item), content.skill(item.skill)
    return {
        "id": uuid5(NAMESPACE_URL, f"{item.family}/{item.seed}"),
        "family": item.family,
        "seed": item.seed,
        "subject": item.subject,
        "grade": item.grade,
        "area": blueprint.area(item.subject, skill.strand),
        "skill": item.skill,
        "fingerprint": mark,
        "testlet": family.set_id,
        "a": known.a,
        "b": prior.b + known.shift,
        "c": prior.c,
        "d": prior.d,
        "b_variance": rules.ITEM_VARIANCE,
        "answers": 0,
        "shown": 0,
    }
