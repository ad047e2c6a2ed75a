"""What the kit promises to people who cannot see it, or cannot use a mouse."""

import json

import reflex as rx
from reflex_base.components.component import BaseComponent

from vel_tutor.components import kit, mascot, shell


def drawn(part: BaseComponent) -> str:
    """Everything a part renders, as one text."""
    return json.dumps(part.render(), default=str)


def find(part: BaseComponent, tag: str) -> list[BaseComponent]:
    """All elements named `tag` inside `part`, itself included."""
    found = [part] if getattr(part, "tag", None) == tag else []
    for child in part.children:
        found += find(child, tag)
    return found


def props(part: BaseComponent) -> str:
    return " ".join(part.render()["props"])


def test_a_field_belongs_to_its_label():
    field = kit.text_field("E-mail", name="email", kind="email", auto_complete="email")

    assert 'htmlFor:"field-email"' in props(find(field, "label")[0])
    assert 'id:"field-email"' in props(find(field, "input")[0])


def test_a_field_names_its_hint_and_its_error():
    field = kit.text_field("E-mail", name="email", hint="Yours.", error="That is no address.")

    control = props(find(field, "input")[0])
    assert '"aria-describedby":"hint-email error-email"' in control
    assert '"aria-invalid":true' in control
    assert 'id:"error-email"' in drawn(field).replace("\\", "")


def test_a_field_without_fault_shows_no_error():
    field = kit.text_field("E-mail", name="email")

    assert "error-email" not in props(find(field, "p")[0]) if find(field, "p") else True
    assert '"aria-invalid":false' in props(find(field, "input")[0])


def test_a_new_password_is_suggested_and_not_short():
    control = props(find(kit.password_field(is_new=True), "input")[0])

    assert 'autoComplete:"new-password"' in control
    assert "minLength:8" in control


def test_the_browser_itself_posts_a_native_form():
    form = kit.native_form(action="/session")

    assert "onSubmit" not in props(form)
    assert 'method:"post"' in props(form)


def test_a_busy_button_cannot_be_pressed_again():
    button = props(kit.button("Check", busy=True))

    assert "disabled:true" in button
    assert '"aria-busy":true' in button


def test_a_choice_is_a_radio_button_with_its_position_and_its_key():
    control = props(find(kit.choice("18", position=1), "input")[0])

    assert 'type:"radio"' in control
    assert 'value:(isNotNullOrUndefined("1")' in control
    assert '"data-key":2' in control


def test_an_answer_is_marked_in_words_and_not_by_colour_alone():
    tile = drawn(kit.choice("18", position=0, state="right"))

    assert "Right answer" in tile
    assert "Your answer, not right" in tile


def test_the_verdict_takes_the_focus_and_reads_itself_out():
    sheet = kit.sheet(
        rx.el.p("Half."), title="Right!", tone="mint", action="Go", on_action=rx.noop()
    )

    button = props(find(sheet, "button")[0])
    assert "autoFocus:true" in button
    assert '"aria-describedby":"sheet-title sheet-words"' in button


def test_progress_says_what_is_progressing():
    bar = props(kit.progress(40, label="Questions answered"))

    assert '"aria-label":"Questions answered"' in bar
    assert '"aria-valuenow":40' in bar


def test_a_score_is_said_in_words():
    assert "You scored 80 percent" in drawn(kit.ring(80, label="You scored 80 percent"))


def test_an_icon_button_has_a_name_and_its_icon_has_none():
    button = kit.icon_button("x", "Close", on_click=rx.noop())

    assert '"aria-label":"Close"' in props(button)
    assert '"aria-hidden":true' in props(button.children[0])


def test_a_table_has_a_caption_and_can_be_scrolled_by_keyboard():
    table = kit.table(["Name"], rx.el.tr(rx.el.td("Swift Otter")), caption="This week")

    assert "This week" in drawn(find(table, "caption")[0])
    assert "tabIndex:0" in props(table)


def test_vel_is_decoration_unless_given_words():
    assert '"aria-hidden":"true"' in props(mascot.vel("cheer"))
    assert '"aria-label":"Vel cheers"' in props(mascot.vel("cheer", label="Vel cheers"))


def test_every_frame_begins_with_a_way_past_the_navigation():
    frames = (
        shell.plain_shell(notices=rx.fragment()),
        shell.focus_shell(close="/", notices=rx.fragment()),
        shell.staff_shell(places=rx.fragment(), notices=rx.fragment()),
    )

    for frame in frames:
        assert 'href:"#main"' in props(find(frame, "a")[0])
        assert 'id:"main"' in props(find(frame, "main")[0])


def test_the_place_one_is_at_is_marked():
    tabs = kit.tabs((("/a", "One"), ("/b", "Two")), here="/b", label="Pages")

    assert [props(tab).count('"aria-current":"page"') for tab in tabs.children] == [0, 1]


def test_whoever_waits_long_is_offered_to_open_the_page_again():
    bones = drawn(kit.loading(kit.skeleton("tile", 2)))

    assert "This takes longer than usual" in bones
    assert "Open it again" in bones


def test_a_dialog_gives_the_focus_back_to_what_is_named_or_had_it_before():
    def asking(**names: str) -> str:
        shown = rx.Var.create(True)
        part = kit.dialog(title="Sure?", words="Yes or no", is_open=shown, on_change=[], **names)
        return drawn(part)

    assert "window.lastOutside" in asking()
    assert "ref_opener" in asking(opener="opener")
    assert "window.lastOutside" not in asking(opener="opener")
