"""Tables a spreadsheet reads as they are, and never runs."""

import csv
import io

import pytest

from vel_tutor.media.sheet import csv_bytes


def read(paper: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(paper.decode("utf-8-sig"), newline="")))


def test_a_table_comes_back_as_it_went():
    rows = [["a", 'says "so"'], ["b, c", "two\r\nlines"]]

    assert read(csv_bytes(["x", "y"], rows)) == [["x", "y"], *rows]


@pytest.mark.parametrize("cell", ["12", "-3", "+4.5", "0.40", "45%", "-7%"])
def test_a_number_stays_a_number(cell):
    assert read(csv_bytes(["n"], [[cell]])) == [["n"], [cell]]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1", "\u3000=1", "\uff1d1+1", "\x00=1"],
)
def test_nothing_is_a_formula(cell):
    [[found]] = read(csv_bytes(["n"], [[cell]]))[1:]

    assert found == "'" + cell.replace("\x00", "")


def test_lines_end_as_the_standard_wants():
    assert csv_bytes(["a"], [["b"]]) == b"\xef\xbb\xbfa\r\nb\r\n"
