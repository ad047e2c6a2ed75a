"""Passwords: argon2id, and a refusal of those that everybody tries first."""

import re
from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error, InvalidHashError

from vel_tutor.domain.accounts.refusals import PasswordCommon, PasswordLong, PasswordShort

SHORTEST = 8
LONGEST = 200
"""Characters; more would only cost us time to hash."""

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)
"""The least OWASP asks for with one lane: 19 MiB, two passes."""

_UNLEET = str.maketrans("013457$@!", "oieastsai")
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn",
)
_LONGEST_TAIL = re.compile(r"[\W\d_]+$")
_COMMON_LIST = """
password passwort passw pass secret welcome letmein login admin administrator master hello
iloveyou loveyou love lovely princess princesa prince sunshine monkey dragon football soccer
baseball basketball hockey superman batman spiderman pokemon pikachu minecraft roblox fortnite
shadow michael jordan michelle jessica ashley daniel charlie andrew thomas joshua matthew
jennifer anthony nicole hannah amanda robert george freedom whatever trustno trustnoone access
flower starwars computer internet google facebook youtube tiktok samsung iphone android
qwerty qwertz azerty asdf zxcv test tester testing student teacher school homework tutor
veltutor math maths reading science chocolate cookie butterfly rainbow unicorn summer winter
spring autumn monday friday january february march april june july august september october
november december mother father family friend friends forever baby angel purple orange yellow
silver golden tigger ginger pepper cheese banana maggie buster killer hunter ranger
mustang ferrari porsche liverpool chelsea arsenal barcelona change changeme default guest
abcabc blahblah nothing please letmepass opensesame
"""
COMMON = frozenset(_COMMON_LIST.split())
"""Stems that people build their passwords on; from memory, not from anybody's leak."""


def hash_of(password: str) -> str:
    """What is stored of `password`."""
    return _hasher.hash(password)


def fits(stored: str, password: str) -> bool:
    """Whether `password` is the one behind `stored`; takes as long when nothing is stored."""
    try:
        right = _hasher.verify(stored or _decoy(), password)
    except (Argon2Error, InvalidHashError):
        return False
    return right and bool(stored)


def is_outdated(stored: str) -> bool:
    """Whether `stored` was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(stored)


def check(password: str, *about: str) -> str:
    """`password` itself, if it will do for somebody whose name and address are `about`.

    Raises:
        PasswordShort: under `SHORTEST` characters.
        PasswordLong: over `LONGEST`.
        PasswordCommon: among those that are tried first.
    """
    if len(password) < SHORTEST:
        raise PasswordShort
    if len(password) > LONGEST:
        raise PasswordLong
    if is_common(password, *about):
        raise PasswordCommon
    return password


def is_common(password: str, *about: str) -> bool:
    """Whether `password` is a well-known word, a run of keys, a repetition, or about its owner."""
    plain = password.lower()
    word = _LONGEST_TAIL.sub("", plain)
    stem = re.sub(r"[\W_]", "", word).translate(_UNLEET).rstrip("0123456789")
    known = COMMON | {own for fact in about for own in _said_of(fact.lower()) if len(own) > 2}
    return (
        {plain, word, stem} & known != set()
        or _is_repetition(plain)
        or any(_is_run(part) for part in {plain, word} if part)
        or not word
    )


def _said_of(fact: str) -> set[str]:
    """A name or an address, whole and in its parts."""
    local = fact.partition("@")[0]
    return {fact, local, re.sub(r"[\W_]", "", local), *re.split(r"\W+", fact)}


def _is_repetition(word: str) -> bool:
    """`aaaaaaaa`, `abcabcabc`: one piece again and again."""
    return word in (word + word)[1:-1]


def _is_run(word: str) -> bool:
    """`12345678`, `qwertyui`, `hgfedcba`: a walk along the keys or the alphabet."""
    return any(word in run or word in run[::-1] for run in _RUNS)


@cache
def _decoy() -> str:
    """The hash that a wrong name is measured against, so that it takes the usual time."""
    return hash_of("nobody has this one")
