"""Words with maths in them become HTML that can do nothing but be read."""

from xml.etree import ElementTree

import pytest

from vel_tutor import content
from vel_tutor.media import maths


def test_maths_becomes_mathml_and_the_rest_is_escaped():
    shown = maths.to_html(r"Is \(\frac{1}{2} < x\) & <b>so</b>?")

    assert shown.startswith('Is <math display="inline">')
    assert "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mo>&lt;</mo>" in shown
    assert shown.endswith(" &amp; &lt;b&gt;so&lt;/b&gt;?")


def test_what_a_person_typed_is_never_read_as_maths():
    assert maths.plain(r"\(\frac{1}{2}\) <i>") == r"\(\frac{1}{2}\) &lt;i&gt;"


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<img src=x onerror=alert(1)>}",
        r"\text{</mtext></math><script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r"\class{a\" onclick=\"alert(1)}{x}",
        r"\style{background:url(//evil)}{x}",
        r"\id{x}{y}",
        "<script>",
        r"\text{&lt;script&gt;}",
    ],
)
def test_nothing_but_maths_gets_through(latex):
    shown = maths.to_html(rf"\({latex}\)")

    root = ElementTree.fromstring(f"<p>{shown}</p>")  # noqa: S314  (our own words)
    for element in root.iter():
        assert element.tag == "p" or element.tag in maths._ELEMENTS
        assert set(element.attrib) <= maths._ATTRIBUTES


def test_maths_that_cannot_be_shown_stays_readable():
    assert maths.to_html(r"Try \(\cancel{x}\)") == r"Try \cancel{x}"


def test_two_formulas_make_one_equation():
    joined = maths.equation(r"\(\frac{1}{2}\)", r"\(0.5\)")

    assert joined.count("<math") == 1
    assert "<mo>=</mo>" in joined


def test_plain_sides_stay_words():
    assert maths.equation("a < b", r"\(2\)").startswith("a &lt; b = <math")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\(\frac{5}{42}\)", "5 over 42"),
        (r"\(2\,\frac{1}{3}\) m", "2 and 1 over 3 m"),
        (r"\(-7x - 8\)", "minus 7 x minus 8"),
        (r"\(x^{2} + 3x^{4}\)", "x squared plus 3 x to the power 4"),
        (r"\(\sqrt{16} \times 2 \le 9\)", "the square root of 16 times 2 is at most 9"),
        (
            r"\(\sin(30^{\circ}) + 5!\)",
            "sine open bracket 30 degrees close bracket plus 5 factorial",
        ),
        ("46 m", "46 m"),
    ],
)
def test_a_formula_can_be_said_in_words(text, words):
    assert maths.spoken(text) == words


@pytest.mark.parametrize("family", [family.id for family in content.families()])
def test_every_family_writes_maths_that_can_be_shown(family):
    for seed in range(20):
        item = content.instance(family, seed)
        texts = [item.stem, item.passage, item.key, *item.hints]
        texts += [text for choice in item.choices for text in (choice.text, choice.feedback)]
        texts += [text for step in item.steps for text in (step.sentence, step.lhs, step.rhs)]
        for text in texts:
            for found in maths._MATHS.finditer(text):
                maths.mathml(found[1])
            assert r"\(" not in maths.to_html(text)
            assert maths.spoken(text).strip() or not text.strip()
            assert "\\" not in maths.spoken(text)
