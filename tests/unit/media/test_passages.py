"""A passage keeps its paragraphs and tables on the screen, and nothing else gets through."""

from vel_tutor.media import passages


def test_paragraphs_stay_apart_and_the_title_stands_out():
    html = passages.to_html("Kite Day\n\nCome at noon.\n\nBring string.")

    assert html == (
        '<p class="passage-title"><strong>Kite Day</strong></p><p>Come at noon.</p>'
        "<p>Bring string.</p>"
    )


def test_rows_become_a_table_with_heads_for_screen_readers():
    html = passages.to_html("time | class\n1:00 | Drums")

    assert html == (
        '<table class="passage-table"><thead><tr><th scope="col">time</th>'
        '<th scope="col">class</th></tr></thead><tbody><tr><th scope="row">1:00</th>'
        "<td>Drums</td></tr></tbody></table>"
    )


def test_a_single_sentence_is_a_paragraph():
    assert passages.to_html("Wood was scarce, so we saved it.") == (
        "<p>Wood was scarce, so we saved it.</p>"
    )


def test_no_passage_is_nothing():
    assert passages.to_html("") == ""


def test_markup_is_shown_as_it_is_written():
    html = passages.to_html("<b>x</b>\n\na < b | c\n1 | 2")

    assert "<b>" not in html
    assert "a &lt; b" in html


def test_a_quoted_row_reads_as_running_text():
    assert passages.in_a_line("1:00 | Drums | gym") == "1:00, Drums, gym"
