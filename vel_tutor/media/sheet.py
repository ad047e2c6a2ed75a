"""Tables for spreadsheets, as RFC 4180 wants them, with nothing a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")
_BLANK = " \u00a0\u3000"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a program take a cell for a formula, in full width too."""


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table in UTF-8 with a mark that says so, for spreadsheets guess otherwise."""
    paper = io.StringIO(newline="")
    writer = csv.writer(paper, lineterminator="\r\n")
    writer.writerow([_harmless(cell) for cell in headers])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + paper.getvalue().encode()


def _harmless(cell: str) -> str:
    """`cell` as text where it would be a formula; numbers stay numbers."""
    plain = cell.replace("\x00", "")
    if _NUMBER.fullmatch(plain):
        return plain
    return f"'{plain}" if cell.lstrip(_BLANK).startswith(_FORMULA) else plain
