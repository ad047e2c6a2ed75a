"""Each hand-written question was answered twice: by its author, and by a reader who saw no key.

The second reader had the text, the question and the answers in a drawn order, and nothing else.
The choice stands in `second_reader.toml`, in the words of the answer chosen.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from vel_tutor.content import bank
from vel_tutor.content.authored import AUTHORED
from vel_tutor.content.family import Family

BOOK = Path(__file__).with_name("second_reader.toml")
ANSWERS: Mapping[str, str] = tomllib.loads(BOOK.read_text(encoding="utf-8"))


def disputes(families: Iterable[Family], answers: Mapping[str, str]) -> list[str]:
    """The questions whose key no second reader stands behind, and why."""
    return [
        f"{family.id}: {fault}"
        for family in families
        if (fault := _dispute(family, answers.get(family.id)))
    ]


def _dispute(family: Family, answer: str | None) -> str:
    key, *wrong = _options(family)
    if answer is None:
        return f"answer it before you look at the key, then write the answer into {BOOK.name}"
    if answer == key:
        return ""
    if answer in wrong:
        return f"the second reader says {answer!r}, the key says {key!r}: which is right?"
    return f"{answer!r} is no answer to it any more: let somebody read it again"


def _options(family: Family) -> list[str]:
    """The key first, then the wrong answers; hand-written questions have but one instance."""
    p = bank.params(family.id, 0)
    return [str(family.key(p)), *(str(slip.value(p)) for slip in family.misconceptions)]


def test_a_second_reader_comes_to_the_answer_of_the_author():
    assert disputes(AUTHORED, ANSWERS) == []


def test_no_answer_is_kept_to_a_question_that_is_gone():
    assert set(ANSWERS) - {family.id for family in AUTHORED} == set()


def test_a_question_that_nobody_else_has_answered_is_named():
    rest = {name: answer for name, answer in ANSWERS.items() if name != AUTHORED[0].id}

    (fault,) = disputes(AUTHORED, rest)

    assert AUTHORED[0].id in fault
    assert "before you look at the key" in fault


def test_a_second_reader_who_chose_otherwise_is_heard():
    first = AUTHORED[0]
    _, otherwise, *_ = _options(first)

    assert "which is right?" in disputes([first], {first.id: otherwise})[0]


def test_an_answer_that_was_reworded_has_to_be_read_again():
    first = AUTHORED[0]

    assert "read it again" in disputes([first], {first.id: "An answer of last year."})[0]
