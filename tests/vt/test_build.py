"""The frontend is built on a machine that is busy with something else, too."""

import sys

import pytest

from vt import build
from vt.problems import Problem

FAILS_ONCE = """
import pathlib, sys
tries = pathlib.Path(sys.argv[1])
tries.write_text(tries.read_text() + "x" if tries.exists() else "x")
if len(tries.read_text()) == 1:
    sys.exit(sys.argv[2])
"""


@pytest.fixture
def tries(tmp_path):
    return tmp_path / "tries"


def export(tries, words: str) -> None:
    command = (sys.executable, "-c", FAILS_ONCE, str(tries), words)
    build.run(command, tries.with_name("log"))


def test_a_page_that_was_drawn_too_slowly_is_drawn_once_more(tries):
    export(tries, "Prerender: Request failed for /: aborted due to timeout")

    assert tries.read_text() == "xx"


def test_a_build_that_cannot_work_is_not_tried_again(tries):
    with pytest.raises(Problem, match="cannot be built"):
        export(tries, "SyntaxError: unexpected token")

    assert tries.read_text() == "x"
