"""The bank as the staff looks at it: all families, and one of them closely."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.bank import rules
from vel_tutor.domain.bank.views import DetailView, FactView, FamilyView, LiveItemView, PageView
from vel_tutor.models.bank import BankExposure, BankFamily, BankItem, BankTest
from vel_tutor.vocabulary import GRADES, Retirement, Standing, Subject

_NO_YET = "Not yet"
_RETIRED = {
    Retirement.WORN: "Worn",
    Retirement.GONE: "Left the content",
    Retirement.STAFF: "Retired by staff",
}
_MOST_WORDS = 6

_Tests = dict[tuple[Subject, int], int]


@dataclass(frozen=True)
class BankQuery:
    """Which families to list; what is not set lets everything through."""

    subject: Subject | None = None
    grade: int | None = None
    text: str = ""
    """Words that stand in the family's id, or in the name or strand of its skill."""
    only_flagged: bool = False


@dataclass(frozen=True)
class _Stock:
    """What is live of a family."""

    live: int = 0
    most_shown: int = 0


def browse(actor: Actor, query: BankQuery, after: str = "") -> PageView:
    """One page of the families that pass `query`, from the one behind `after` on, by id."""
    actor.must_be(*rules.READERS)
    wanted = list(_wanted(query))
    with reading() as tx:
        total = tx.session.exec(select(func.count()).select_from(BankFamily).where(*wanted)).one()
        rows = tx.session.exec(
            select(BankFamily)
            .where(*wanted, BankFamily.family > after)
            .order_by(col(BankFamily.family))
            .limit(rules.PAGE + 1)
        ).all()
        shown = rows[: rules.PAGE]
        stock, tests = _stock(tx, [row.family for row in shown]), _tests(tx)
    return PageView(
        families=tuple(_view(row, stock[row.family], tests) for row in shown),
        total=total,
        after=shown[-1].family if len(rows) > rules.PAGE else "",
    )


def family(actor: Actor, family_id: str) -> DetailView:
    """One family with how it behaves and every question of it that tests may ask.

    Raises:
        NotFound: the bank has never met it.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        found = select(BankFamily).where(BankFamily.family == family_id)
        row = tx.session.exec(found).one_or_none()
        if row is None:
            raise NotFound
        stock, tests = _stock(tx, [family_id]), _tests(tx)
        items = _live_items(tx, row, tests)
    decides = actor.standing is Standing.ADMIN
    return DetailView(
        family=_view(row, stock[family_id], tests),
        facts=tuple(_facts(row)),
        live=items,
        may_retire=decides and row.retired_at is None,
        may_bring_back=decides and row.retired_why is Retirement.STAFF,
    )


def _wanted(query: BankQuery) -> Iterator[ColumnElement[bool]]:
    if query.subject is not None:
        yield col(BankFamily.subject) == query.subject
    if query.grade is not None:
        of_grade = [one.id for one in content.families() if one.grade == query.grade]
        yield col(BankFamily.family).in_(of_grade)
    if query.only_flagged:
        yield func.jsonb_array_length(col(BankFamily.flags)) > 0
    for word in query.text.casefold().split()[:_MOST_WORDS]:
        skills = [
            one.id for one in content.skills() if word in f"{one.name} {one.strand}".casefold()
        ]
        yield or_(
            col(BankFamily.family).icontains(word, autoescape=True),
            col(BankFamily.skill).in_(skills),
        )


def _stock(tx: Transaction, names: Sequence[str]) -> defaultdict[str, _Stock]:
    found: defaultdict[str, _Stock] = defaultdict(_Stock)
    in_its_grade = and_(
        col(BankExposure.item_id) == BankItem.id, col(BankExposure.grade) == BankItem.grade
    )
    rows = tx.session.exec(
        select(BankItem.family, func.count(), func.max(BankExposure.shown))
        .join(BankExposure, in_its_grade, isouter=True)
        .where(col(BankItem.family).in_(names), col(BankItem.retired_at).is_(None))
        .group_by(col(BankItem.family))
    ).all()
    found.update({name: _Stock(live, most or 0) for name, live, most in rows})
    return found


def _tests(tx: Transaction) -> _Tests:
    """How many tests of each grade exposure is counted over."""
    rows = tx.session.exec(
        select(BankTest.subject, BankTest.grade, func.count())
        .where(col(BankTest.forgotten_at).is_(None))
        .group_by(col(BankTest.subject), col(BankTest.grade))
    ).all()
    return {(Subject(subject), grade): count for subject, grade, count in rows}


def _live_items(tx: Transaction, row: BankFamily, tests: _Tests) -> tuple[LiveItemView, ...]:
    of_family = (BankItem.family == row.family, col(BankItem.retired_at).is_(None))
    items = tx.session.exec(select(BankItem).where(*of_family).order_by(col(BankItem.seed))).all()
    exposed = tx.session.exec(
        select(BankExposure)
        .where(col(BankExposure.item_id).in_([item.id for item in items]), BankExposure.shown > 0)
        .order_by(col(BankExposure.grade))
    ).all()
    by_item: defaultdict[UUID, list[str]] = defaultdict(list)
    for one in exposed:
        share = _share(one.shown, tests.get((row.subject, one.grade), 0))
        by_item[one.item_id].append(f"{GRADES.get(one.grade, one.grade)}: {share}")
    return tuple(
        LiveItemView(
            seed=item.seed,
            difficulty=f"{item.b:+.2f}",
            answers=item.answers,
            shown=item.shown,
            exposure=", ".join(by_item[item.id]) or _NO_YET,
        )
        for item in items
    )


def _view(row: BankFamily, stock: _Stock, tests: _Tests) -> FamilyView:
    made_by = _made_by(row.family)
    return FamilyView(
        family_id=row.family,
        skill=_skill_name(row.skill),
        subject=row.subject.capitalize(),
        grade=GRADES[made_by.grade] if made_by else "",
        format=made_by.format.capitalize() if made_by else "",
        live=stock.live,
        answers=row.answers,
        slope=f"{row.a:.2f}",
        shift=f"{row.shift:+.2f}",
        variance=f"{row.variance:.3f}",
        median=f"{row.median_ms / 1000:.0f} s" if row.median_ms else _NO_YET,
        exposure=(
            _share(stock.most_shown, tests.get((row.subject, made_by.grade), 0))
            if made_by and stock.live
            else _NO_YET
        ),
        flags=tuple(row.flags),
        retired=_RETIRED[row.retired_why] if row.retired_why else "",
    )


def _made_by(family_id: str) -> content.Family | None:
    try:
        return content.family(family_id)
    except KeyError:
        return None


def _skill_name(skill_id: str) -> str:
    try:
        return content.skill(skill_id).name
    except KeyError:
        return skill_id


def _share(shown: int, tests: int) -> str:
    return f"{shown} of {tests} tests" if tests else _NO_YET


def _facts(row: BankFamily) -> Iterator[FactView]:
    """What is known of a family, each with its unit and the answers it rests on."""
    made_by = _made_by(row.family)
    if made_by:
        yield FactView("Expected time", f"{made_by.time_s} s")
    yield FactView("Half of the answers took longer than", _view_of_time(row.median_ms))
    yield FactView("Slope a", f"{row.a:.2f} per logit")
    yield FactView("Shift", f"{row.shift:+.2f} logits, sd {row.variance**0.5:.2f}")
    yield FactView("Answers", str(row.answers))
    yield FactView("In the scale", _part_in_scale(row))
    judged = row.facts.get("answers", 0)
    if not judged:
        least = rules.FEWEST_TO_JUDGE
        yield FactView("Fit", f"Not enough answers yet (n = {row.answers}, need {least})")
        return
    latest = f"(latest {judged} answers)"
    yield FactView("Infit", f"z = {row.facts['infit_z']:+.2f} {latest}")
    yield FactView("Point-biserial", f"{row.facts['point_biserial']:.2f} {latest}")
    yield FactView("Between groups", f"{row.facts['delta']:+.2f} on the delta scale {latest}")
    if row.flagged_at:
        yield FactView("Flagged since", f"{row.flagged_at:%d %b %Y}")


def _view_of_time(median_ms: int | None) -> str:
    return f"{median_ms / 1000:.1f} s" if median_ms else _NO_YET


def _part_in_scale(row: BankFamily) -> str:
    if row.is_seed:
        return f"Tried out without counting, up to {rules.TRIED_AFTER} answers"
    return "Anchor: holds the scale in place" if row.is_anchor else "Counts"
