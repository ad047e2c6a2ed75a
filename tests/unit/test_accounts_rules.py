"""Ages, names, passwords and addresses: decisions without a database."""

import base64
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import emails, names, passwords, rules, vault
from vel_tutor.vocabulary import AgeBand

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2013, 11, 23), AgeBand.CHILD),
        (date(2013, 11, 22), AgeBand.TEEN),
        (date(2008, 11, 23), AgeBand.TEEN),
        (date(2008, 11, 22), AgeBand.ADULT),
        (TODAY, AgeBand.CHILD),
    ],
)
def test_a_band_begins_on_the_birthday(born, band):
    assert rules.age_band(born, TODAY) is band


def test_whoever_was_born_on_a_leap_day_turns_on_the_first_of_march():
    leap = date(2012, 2, 29)

    assert rules.age_band(leap, date(2025, 2, 28)) is AgeBand.CHILD
    assert rules.age_band(leap, date(2025, 3, 1)) is AgeBand.TEEN


@pytest.mark.parametrize(
    "typed", [("31", "2", "2001"), ("1", "1", "1899"), ("", "", ""), ("1", "1", "2027")]
)
def test_a_day_that_never_was_is_no_birthday(typed):
    assert rules.birth_date(typed[0], typed[1], typed[2], TODAY) is None


def test_every_year_since_1900_can_be_entered():
    assert all(rules.birth_date("1", "1", str(year), TODAY) for year in range(1900, 2027))


def test_a_child_goes_the_same_way_again_whatever_the_next_date_says():
    as_child = accounts.pass_gate("1", "1", "2020")

    again = accounts.pass_gate("1", "1", "1980", before=as_child)

    opened = accounts.open_gate(again)
    assert opened is not None
    assert opened.band is AgeBand.CHILD


def test_the_gate_does_not_open_for_a_day_that_never_was():
    with pytest.raises(Refusal) as refused:
        accounts.pass_gate("31", "2", "2001")

    assert refused.value.code == "birthday"


def test_the_gate_tells_nobody_what_it_learned():
    token = accounts.pass_gate("1", "1", "2020")

    readable = base64.urlsafe_b64decode(token.split(".")[0] + "==")
    assert b"child" not in readable
    assert b"2020" not in readable


@pytest.mark.parametrize("forged", ["", "x", "a.b.c"])
def test_a_forged_gate_is_shut(forged):
    assert accounts.open_gate(forged) is None


def test_a_gate_stays_open_for_its_day_and_not_if_a_letter_is_lost():
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    with clock.stopped(noon):
        token = accounts.pass_gate("1", "1", "1990")
        assert accounts.open_gate(token[:-2]) is None

    with clock.stopped(noon + rules.GATE_KEPT):
        assert accounts.open_gate(token)
    with clock.stopped(noon + rules.GATE_KEPT + timedelta(seconds=1)):
        assert accounts.open_gate(token) is None


@pytest.mark.parametrize(
    "name", ["Ada", "José", "Anne-Marie", "O'Neill", "J.", "Zoë Ann", "Łukasz", "李"]
)
def test_names_of_people_are_names(name):
    assert rules.first_name(f"  {name} ") == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "4da",
        "A" * 41,
        "<b>",
        "Ada\u202e",
        "A\u200bda",
        "A\x00",
        "Z" + "\u0301" * 9,
        "😀",
        "a@b",
    ],
)
def test_markup_and_tricks_are_not(name):
    assert rules.first_name(name) is None


@given(st.text(max_size=60))
def test_whatever_is_taken_for_a_name_is_short_and_plain(typed):
    name = rules.first_name(typed)

    assert name is None or (len(name) <= 40 and not set(name) & set('<>&"\\/@:;{}[]'))


@pytest.mark.parametrize(
    "common",
    [
        "password",
        "Passw0rd1!",
        "12345678",
        "qwertyuiop",
        "aaaaaaaa",
        "abcabcabc",
        "iloveyou99",
        "MinecraFt2024",
        "87654321",
        "dragon!!",
        "ada.lovelace1",
    ],
)
def test_what_everybody_tries_first_is_refused(common):
    assert passwords.is_common(common, "Ada", "ada.lovelace@example.org")


@pytest.mark.parametrize(
    "good", ["seven sails at sea", "Tr0ub4dor&3xyz", "kitchen-blue-quartz", "pl8mjq2vh"]
)
def test_what_nobody_tries_first_is_taken(good):
    assert passwords.check(good, "Ada", "ada@example.org") == good


def test_the_shortest_password_has_eight_characters():
    with pytest.raises(Refusal):
        passwords.check("sev3n-s")


def test_a_password_fits_itself_only():
    stored = passwords.hash_of("seven sails")

    assert passwords.fits(stored, "seven sails")
    assert not passwords.fits(stored, "seven sail")
    assert not passwords.fits("", "nobody has this one")
    assert not passwords.fits("not a hash", "seven sails")


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        (" Ada@Example.ORG ", "ada@example.org"),
        ("a", None),
        ("a@b@c.org", None),
        ("a\r\nb@c.org", None),
        ("a" * 250 + "@c.org", None),
    ],
)
def test_addresses_have_one_spelling(typed, canonical):
    assert emails.canonical(typed) == canonical


def test_a_sealed_fact_opens_only_for_whom_it_is_about():
    sealed = vault.close("2013-05-04", "user|1")

    assert vault.open_(sealed, "user|1") == "2013-05-04"
    assert vault.open_(sealed, "user|2") == ""
    assert vault.open_("rubbish!", "user|1") == ""


def test_enough_of_an_address_is_shown_to_see_a_mistake():
    assert rules.hint("pat.smith@example.org") == "p***h@e***e.org"


@given(st.uuids(), st.integers(min_value=0, max_value=2**64 - 1))
def test_names_we_make_are_readable(user_id: UUID, random: int):
    assert names.pseudonym(user_id).replace(" ", "").isalpha()
    assert rules.LONGEST_NAME > len(names.sign_in_name(random)) > 8


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/%2f/evil.example",
        "/a\r\nX: y",
        "javascript:alert(1)",
        "/@evil",
        "",
        "/session/sign-out",
        "/a?u=http://evil",
        "\t/a",
    ],
)
def test_the_way_on_never_leaves_the_app(onward):
    assert routes.local(onward) == routes.HOME


@pytest.mark.parametrize(
    "onward", ["/settings", "/challenge/AbC_-9.x", "/practice?subject=math&n=5"]
)
def test_the_way_on_inside_the_app_is_kept(onward):
    assert routes.local(onward) == onward
