r"""Words with maths in them, as HTML a browser shows by itself.

Maths stands between `\(` and `\)` as LaTeX and becomes native MathML. Everything else is escaped,
and of what the converter makes only the elements and attributes listed here get through: it does
not escape the text it is given.
"""

import html
import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

log = logging.getLogger(__name__)
_MATHS = re.compile(r"\\\(((?:(?!\\\)).)+)\\\)", re.DOTALL)
_ELEMENTS = frozenset(
    {
        "math", "merror", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot",
        "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext",
        "mtr", "munder", "munderover",
    }
)  # fmt: skip
_ATTRIBUTES = frozenset(
    {
        "accent", "columnalign", "columnspacing", "display", "displaystyle", "fence", "form",
        "linethickness", "lspace", "mathvariant", "maxsize", "minsize", "movablelimits",
        "rowspacing", "rspace", "scriptlevel", "separator", "stretchy", "symmetric", "width",
    }
)  # fmt: skip
_SAID = {
    "+": "plus", "-": "minus", "\N{MINUS SIGN}": "minus",
    "\N{MULTIPLICATION SIGN}": "times", "·": "times", "⋅": "times",
    "÷": "divided by", "=": "equals", "<": "is less than", ">": "is greater than",
    "≤": "is at most", "≥": "is at least", "≠": "is not", "±": "plus or minus", "%": "percent",
    "(": "open bracket", ")": "close bracket", "π": "pi", "°": "degrees", "?": "what", ":": "to",
    "|": "bar", "!": "factorial", "sin": "sine", "cos": "cosine", "tan": "tangent",
}  # fmt: skip
_PHRASES = {
    "mfrac": "{} over {}",
    "msup": "{} to the power {}",
    "msub": "{} sub {}",
    "msqrt": "the square root of {}",
    "mroot": "of {0} the root {1}",
}
_POWERS = {"2": "squared", "3": "cubed", "∘": "degrees"}


class UnreadableMaths(ValueError):
    """The LaTeX between the marks is not maths we can show."""


@lru_cache(maxsize=8192)
def to_html(text: str) -> str:
    r"""Our own `text`, safe to put into a page: `\(...\)` as MathML, the rest escaped.

    LaTeX that cannot be shown stays as it is written: a learner in the middle of a deck is better
    off with odd signs than without the question.
    """
    parts: list[str] = []
    at = 0
    for found in _MATHS.finditer(text):
        parts.append(html.escape(text[at : found.start()]))
        parts.append(_shown(found[1]))
        at = found.end()
    parts.append(html.escape(text[at:]))
    return "".join(parts)


def plain(text: str) -> str:
    """What a person typed, safe to put into a page; nothing in it is read as maths."""
    return html.escape(text)


def equation(lhs: str, rhs: str) -> str:
    r"""The claim that two sides are equal; two sides in `\(...\)` become one formula."""
    left, right = _MATHS.fullmatch(lhs), _MATHS.fullmatch(rhs)
    if left and right:
        return _shown(f"{left[1]} = {right[1]}")
    return f"{to_html(lhs)} = {to_html(rhs)}"


def _shown(latex: str) -> str:
    try:
        return mathml(latex)
    except UnreadableMaths as failure:
        log.error("maths that cannot be shown", exc_info=failure)
        return html.escape(latex)


@lru_cache(maxsize=8192)
def mathml(latex: str) -> str:
    """One formula as a MathML element.

    Raises:
        UnreadableMaths: it does not parse or asks for more than maths.
    """
    try:
        element = convert_to_element(latex)
    except Exception as failure:
        raise UnreadableMaths(latex) from failure
    return _written(element, latex)


def _written(element: Element, latex: str) -> str:
    """The element as text: known names only, every word escaped."""
    if element.tag not in _ELEMENTS:
        raise UnreadableMaths(latex)
    attributes = "".join(
        f' {name}="{html.escape(value)}"'
        for name, value in element.attrib.items()
        if name in _ATTRIBUTES
    )
    words = html.escape(html.unescape(element.text or ""), quote=False)
    inside = "".join(_written(child, latex) for child in element)
    return f"<{element.tag}{attributes}>{words}{inside}</{element.tag}>"


@lru_cache(maxsize=8192)
def spoken(text: str) -> str:
    r"""Our own `text` as words to be read aloud: what stands in `\(...\)` is spelled out."""
    parts: list[str] = []
    at = 0
    for found in _MATHS.finditer(text):
        parts += (text[at : found.start()], _said_latex(found[1]))
        at = found.end()
    parts.append(text[at:])
    return " ".join(" ".join(parts).split())


def _said_latex(latex: str) -> str:
    try:
        return _said(convert_to_element(latex))
    except Exception:
        log.exception("maths that cannot be read aloud")
        return latex


def _said(element: Element) -> str:
    """The words for one element of a formula."""
    inside = [_said(child) for child in element]
    if element.tag == "msup" and inside[-1] in _POWERS:
        return f"{inside[0]} {_POWERS[inside[-1]]}"
    if element.tag in _PHRASES and len(inside) == _PHRASES[element.tag].count("{"):
        return _PHRASES[element.tag].format(*inside)
    sign = html.unescape(element.text or "").strip()
    return " ".join([_SAID.get(sign, sign), *_joined(element, inside)]).strip()


def _joined(row: Element, inside: list[str]) -> Iterator[str]:
    """The parts of a row; a whole number and a fraction side by side are a mixed number."""
    tags = [child.tag for child in row]
    for place, words in enumerate(inside):
        is_mixed = tags[place] == "mspace" and tags[place + 1 : place + 2] == ["mfrac"]
        yield "and" if is_mixed else words
