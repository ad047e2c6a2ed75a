"""Sign-up, sign-in, consent, waiting and settings as a tab sees them."""

import pytest

from tests import people
from vel_tutor import routes
from vel_tutor.core.settings import FORM_COOKIE, GATE_COOKIE, settings
from vel_tutor.core.signing import Purpose, seal
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser
from vel_tutor.state.family import ConsentState, WaitingState
from vel_tutor.state.mailbox import MailboxState
from vel_tutor.state.settings import SettingsState
from vel_tutor.state.sign_in import NewPasswordState, SignInState
from vel_tutor.state.sign_up import GateState, SignUpState
from vel_tutor.vocabulary import Standing


def gate_token(years):
    born = people.gate(years).born
    return accounts.pass_gate(str(born.day), str(born.month), str(born.year))


def typed(**fields):
    return {FORM_COOKIE: seal(Purpose.FORM_ECHO, fields)}


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def min(clean_world):
    """Min, who waits."""
    return people.child("Min", "pat@example.org")


async def test_the_gate_asks_a_newcomer(tab):
    door = tab(None, routes.SIGN_UP)
    await door.do(GateState.arrive)

    assert (door.went_to, door.held["problem"]) == ("", "")


async def test_the_gate_shows_again_what_was_wrong(tab):
    door = tab(
        None, f"{routes.SIGN_UP}?problem=birthday", **typed(day="31", month="2", year="2001")
    )
    await door.do(GateState.arrive)

    assert door.held["problem"] == accounts.problem("birthday").words
    assert (door.held["birthday"].day, door.held["birthday"].month) == ("31", "2")


async def test_the_gate_is_passed_once_a_day_and_can_be_gone_back_to(tab):
    token = {GATE_COOKIE: gate_token(15)}
    on = tab(None, f"{routes.SIGN_UP}?next=/challenge/abc", **token)
    back = tab(None, f"{routes.SIGN_UP}?again=1", **token)

    await on.do(GateState.arrive)
    await back.do(GateState.arrive)

    assert on.went_to == f"{routes.SIGN_UP_ACCOUNT}?next=/challenge/abc"
    assert back.went_to == ""


async def test_whoever_is_signed_in_is_led_past_every_door(tab, ada, min):
    for deed in (GateState.arrive, SignUpState.arrive, SignInState.arrive):
        door, waiting = tab(ada, "/"), tab(min, "/")
        await door.do(deed)
        await waiting.do(deed)

        assert (door.went_to, waiting.went_to) == (routes.TODAY, routes.WAITING)


async def test_the_account_form_is_shown_to_nobody_who_skipped_the_gate(tab):
    door = tab(None, routes.SIGN_UP_ACCOUNT)
    await door.do(SignUpState.arrive)

    assert door.went_to == routes.SIGN_UP
    assert getattr(door.held.get("form"), "way", "") == ""


@pytest.mark.parametrize(
    ("years", "way", "may_be_parent"),
    [(10, "family", False), (15, "own", False), (30, "own", True)],
)
async def test_each_way_through_the_gate_has_its_form(tab, years, way, may_be_parent):
    door = tab(None, routes.SIGN_UP_ACCOUNT, **{GATE_COOKIE: gate_token(years)})
    await door.do(SignUpState.arrive)

    assert (door.held["form"].way, door.held["form"].may_be_parent) == (way, may_be_parent)


async def test_the_browsers_own_time_zone_is_a_first_guess_and_no_more(tab):
    door = tab(None, routes.SIGN_UP_ACCOUNT, **{GATE_COOKIE: gate_token(15)})
    await door.do(SignUpState.arrive)

    await door.do(SignUpState.zone_seen("Moon/Tranquility"))
    strange = door.held["form"].time_zone
    await door.do(SignUpState.zone_seen("Europe/Lisbon"))
    await door.do(SignUpState.zone_seen("Asia/Tokyo"))

    assert (strange, door.held["form"].time_zone) == ("", "Europe/Lisbon")


async def test_a_grown_up_says_what_they_are_here_for(tab):
    door = tab(None, routes.SIGN_UP_ACCOUNT, **{GATE_COOKIE: gate_token(30)})
    await door.do(SignUpState.arrive)

    await door.do(SignUpState.choose_role("parent"))
    parent = door.held["form"].role
    await door.do(SignUpState.choose_role("admin"))

    assert (parent, door.held["form"].role) == ("parent", "student")


async def test_signing_in_shows_the_name_again_and_our_own_words_only(tab):
    door = tab(None, f"{routes.SIGN_IN}?problem=sign_in", **typed(name="ada@example.org"))
    forged = tab(None, f"{routes.SIGN_IN}?problem=You+have+won&next=//evil.example")
    await door.do(SignInState.arrive)
    await forged.do(SignInState.arrive)

    assert door.held["name"] == "ada@example.org"
    assert door.held["problem"] == accounts.problem("sign_in").words
    assert (forged.held["problem"], forged.held["onward"]) == ("", "")


async def test_a_reset_page_opens_for_its_link_only(tab, ada):
    accounts.ask_reset("ada@example.org", Browser())
    token = people.mailed_link("new-password")
    right, wrong = tab(None, routes.reset(token)), tab(None, routes.reset("made-up"))
    await right.do(NewPasswordState.arrive_to_set)
    await wrong.do(NewPasswordState.arrive_to_set)

    assert (right.held["is_open"], right.held["token"]) == (True, token)
    assert (wrong.held["is_open"], wrong.held["token"]) == (False, "")


async def test_a_parent_reads_the_notice_and_nothing_happens(tab, min):
    token = people.mailed_link("consent")
    page = tab(None, routes.consent(token))
    for _ in range(3):
        await page.do(ConsentState.arrive)

    assert page.held["notice"].child_first_name == "Min"
    assert len(page.held["notice"].paragraphs) > 4
    assert people.acting(min).standing is Standing.LOCKED_CHILD


async def test_a_used_link_names_nobody(tab, min):
    token = people.mailed_link("consent")
    accounts.give_consent(token, Browser())
    page = tab(None, routes.consent(token))
    await page.do(ConsentState.arrive)

    assert page.held["page"] == "over"
    assert "Min" not in page.sent


async def test_what_came_of_the_answer_is_one_of_ours(tab):
    page = tab(None, f"{routes.CONSENT_DONE}?done=anything")
    await page.do(ConsentState.arrive_after)

    assert page.held["page"] == "over"


async def test_a_waiting_child_asks_again_until_it_was_enough(tab, min):
    page = tab(min, routes.WAITING)
    await page.do(WaitingState.arrive)
    offered = page.held["waiting"].may_resend
    for _ in range(3):
        await page.do(WaitingState.resend)

    assert (offered, page.held["waiting"].may_resend) == (True, False)
    await page.do(WaitingState.resend)
    assert page.said == accounts.problem("asked_enough").words


async def test_a_waiting_child_puts_the_address_right(tab, min):
    page = tab(min, routes.WAITING)
    await page.do(WaitingState.correct({"parent_email": "nonsense"}))
    wrong = page.held["problem"]
    await page.do(WaitingState.correct({"parent_email": "pam@example.org"}))

    assert wrong == accounts.problem("parent_email").words
    assert page.held["problem"] == ""
    assert page.held["waiting"].parent_email_hint == "p***m@e***e.org"


async def test_the_wait_is_over_once_the_parent_agreed(tab, min):
    accounts.give_consent(people.mailed_link("consent"), Browser())
    page = tab(min, routes.WAITING)
    await page.do(WaitingState.arrive)

    assert page.went_to == routes.TODAY


async def test_a_waiting_child_is_led_back_from_everywhere_else(tab, min):
    page = tab(min, routes.SETTINGS)
    await page.do(SettingsState.arrive)

    assert page.went_to == routes.WAITING


async def test_settings_show_their_owner_and_save(tab, ada):
    page = tab(ada, routes.SETTINGS)
    await page.do(SettingsState.arrive)
    before = page.held["profile"].time_zone

    await page.do(
        SettingsState.save({"first_name": "Ada May", "time_zone": "Asia/Tokyo", "grade": "10"})
    )

    assert before == people.ZONE
    assert page.held["profile"].first_name == "Ada May"
    assert [row.is_this_one for row in page.held["sign_ins"]] == [True]


async def test_settings_say_which_field_will_not_do(tab, ada):
    page = tab(ada, routes.SETTINGS)
    await page.do(SettingsState.save({"first_name": "<b>", "time_zone": "UTC", "grade": "9"}))

    assert page.held["profile_problem"].field == "first_name"


async def test_another_device_is_signed_out_from_the_settings(tab, ada):
    phone = accounts.sign_in("ada@example.org", people.PASSWORD, Browser(device="Phone"))
    page = tab(ada, routes.SETTINGS)
    await page.do(SettingsState.arrive)

    await page.do(SettingsState.end(phone.session_id))

    assert [row.device for row in page.held["sign_ins"]] == ["Firefox"]
    assert accounts.actor_for(phone.token) is None


async def test_settings_are_shown_to_nobody_else(tab):
    page = tab(None, routes.SETTINGS)
    await page.do(SettingsState.arrive)

    assert page.went_to == f"{routes.SIGN_IN}?next={routes.SETTINGS}"
    assert page.held["profile"].first_name == ""


async def test_the_mailbox_is_shut_where_mail_goes_out(tab, min, monkeypatch):
    page = tab(None, routes.MAILBOX)
    await page.do(MailboxState.arrive)
    open_here = len(page.held["letters"])
    monkeypatch.setattr(settings(), "smtp_host", "mail.example.org")

    shut = tab(None, routes.MAILBOX)
    await shut.do(MailboxState.arrive)

    assert (open_here, shut.went_to) == (1, routes.NOT_FOUND)
    assert shut.held["letters"] == []
