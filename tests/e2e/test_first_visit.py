"""A newcomer looks at the door."""

from playwright.sync_api import expect


def test_a_newcomer_sees_what_this_is_and_where_to_begin(guest_at):
    page = guest_at.go("/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
