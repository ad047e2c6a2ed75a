"""Reading what a learner typed: numbers in every usual spelling, pairs, units.

Nothing here judges an answer; it only says what was meant, or that it cannot be read.
"""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

MAX_CHARS = 60

_MINUS = dict.fromkeys(map(ord, "\u2212\u2010\u2011\u2012\u2013\u2014\uff0d\ufe63"), "-")
_SIGNS = dict.fromkeys(map(ord, "\u2044\u2215\uff0f"), "/") | {0x2236: ":"}
_VULGAR = {
    ord(char): " {}/{}".format(*unicodedata.normalize("NFKC", char).split("\u2044"))
    for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
}
_SQUARES = {ord("²"): "^2", ord("³"): "^3"}
_NUMBER = re.compile(
    r"(?P<lead>[a-z] ?= ?)?(?P<sign>[-+]?) ?(?P<dollar>\$ ?)?(?P<inner>[-+]?)"
    r"(?:(?:(?P<whole>\d+) )?(?P<top>\d+) ?/ ?(?P<minus>-?)(?P<bottom>\d+)"
    r"|(?P<digits>\d{1,3}(?:[, ]\d{3})+|\d+)(?P<point>\.\d*)?|(?P<bare>\.\d+))"
    r"(?: ?(?P<unit>[^\d\s/.,+-].*))?",
    re.ASCII | re.IGNORECASE,
)
_PAIR = re.compile(
    r"\(? ?(?:x ?= ?)?(?P<a>[-+]?[\d./]+) ?(?:,|;| and |r(?:emainder|em)?\.?|:| to ) ?"
    r"(?:y ?= ?)?(?P<b>[-+]?[\d./]+) ?\)?",
    re.ASCII | re.IGNORECASE,
)

UNITS: dict[str, tuple[str, ...]] = {
    "mm": ("mm", "millimeter", "millimetre"),
    "cm": ("cm", "centimeter", "centimetre"),
    "m": ("m", "meter", "metre"),
    "km": ("km", "kilometer", "kilometre"),
    "in": ("in", "inch", "inches"),
    "ft": ("ft", "foot", "feet"),
    "cm²": ("cm^2", "cm2", "sq cm", "square cm", "square centimeter", "square centimetre"),
    "m²": ("m^2", "m2", "sq m", "square m", "square meter", "square metre"),
    "cm³": ("cm^3", "cm3", "cubic cm", "cu cm", "cubic centimeter", "cubic centimetre"),
    "m³": ("m^3", "m3", "cubic m", "cu m", "cubic meter", "cubic metre"),
    "g": ("g", "gram"),
    "kg": ("kg", "kilogram"),
    "mL": ("ml", "milliliter", "millilitre"),
    "L": ("l", "liter", "litre"),
    "s": ("s", "sec", "second"),
    "min": ("min", "minute"),
    "h": ("h", "hr", "hour"),
    "km/h": ("km/h", "kmh", "kph", "km per hour", "kilometers per hour"),
    "m/s": ("m/s", "m per s", "meters per second", "metres per second"),
    "m/s²": ("m/s^2", "m/s2", "m per s squared"),
    "°": ("°", "deg", "degree"),
    "°C": ("°c", "c", "degrees c", "degrees celsius"),
    "g/cm³": ("g/cm^3", "g/cm3", "grams per cubic centimeter"),
    "N": ("n", "newton"),
    "J": ("j", "joule"),
    "W": ("w", "watt"),
    "V": ("v", "volt"),
    "A": ("a", "amp", "ampere"),
    "Ω": ("ω", "ohm"),
    "Pa": ("pa", "pascal"),
    "Hz": ("hz", "hertz"),
    "K": ("k", "kelvin"),
    "mol": ("mol", "mole"),
    "kWh": ("kwh", "kilowatt-hour", "kilowatt hour"),
    "%": ("%", "percent", "per cent"),
    "$": ("dollar",),
    "¢": ("¢", "c", "cent"),
}


@dataclass(frozen=True)
class Number:
    """A number as typed. `way` is whole, decimal, fraction, mixed or percent."""

    value: Fraction
    way: str
    reduced: bool
    unit: str


def tidy(text: str) -> str:
    """One line, single blanks, plain minus, slash and digits; vulgar fractions spelled out."""
    text = text.translate(_VULGAR).translate(_SQUARES)
    text = unicodedata.normalize("NFKC", text).translate(_MINUS).translate(_SIGNS)
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return " ".join(text.split())


def number(text: str) -> Number | None:
    """The number meant by the text, or None if it is none."""
    text = tidy(text)
    match = _NUMBER.fullmatch(text.removesuffix(".") if text.count(".") > 1 else text)
    if len(text) > MAX_CHARS or match is None or (match["sign"] and match["inner"]):
        return None
    unit = (match["unit"] or "").strip().rstrip(".").lower()
    found = _fraction(match, unit) if match["top"] else _decimal(match, unit)
    if found is None or found.unit != "%":
        return found
    return Number(found.value / 100, "percent", found.reduced, "%")


def _sign(match: re.Match[str]) -> int:
    return -1 if "-" in (match["sign"], match["inner"]) else 1


def _fraction(match: re.Match[str], unit: str) -> Number | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    if not bottom or (match["whole"] and match["minus"]):
        return None
    part = Fraction(-top if match["minus"] else top, bottom)
    whole = int(match["whole"] or 0)
    reduced = part.denominator == bottom > 1 and not (match["whole"] and top >= bottom)
    way = "mixed" if match["whole"] else "fraction"
    return Number(_sign(match) * (whole + part), way, reduced, _known(unit))


def _decimal(match: re.Match[str], unit: str) -> Number | None:
    digits = re.sub("[, ]", "", match["digits"] or "0")
    point = match["bare"] or match["point"] or ""
    if len(digits + point) > 20:
        return None
    value = Fraction(int(digits)) + (Fraction(f"0{point}") if len(point) > 1 else 0)
    known = "$" if match["dollar"] and not unit else _known(unit)
    way = "decimal" if len(point) > 1 else "whole"
    return Number(_sign(match) * value, way, True, known)


def _known(unit: str) -> str:
    """The standard spelling of a unit; unknown words stay as they are."""
    bare = unit.rstrip("s") if len(unit) > 2 else unit
    for name, words in UNITS.items():
        if unit in words or bare in words:
            return name
    return unit


def unit_agrees(typed: str, wanted: str) -> bool:
    """Whether the typed unit may stand for the wanted one; leaving it out is fine."""
    wanted = tidy(wanted).lower()
    return not typed or typed == _known(wanted) or _stem(typed) == _stem(wanted)


def _stem(unit: str) -> str:
    return unit.lower().rstrip("s")


def pair(text: str) -> tuple[Fraction, Fraction] | None:
    """Two numbers: `(3, -2)`, `x = 3, y = -2`, `5 R 2`, `3 : 4`."""
    match = _PAIR.fullmatch(tidy(text))
    first, second = (number(match["a"]), number(match["b"])) if match else (None, None)
    return (first.value, second.value) if first and second else None
