"""What is done to the built pages."""

from vel_tutor.components.build import WordsBeforeScripts

SCRIPT = '<link rel="modulepreload" href="/assets/root-a1.js"/>'
STYLE = '<link href="/assets/app-b2.css" rel="stylesheet"/>'


def test_scripts_wait_for_the_words_and_the_style_does_not(tmp_path):
    (tmp_path / "today").mkdir()
    page = tmp_path / "today" / "index.html"
    page.write_text(f"<head>{SCRIPT}{STYLE}</head>")

    WordsBeforeScripts().post_build(static_dir=tmp_path)

    unhurried = '<link rel="modulepreload" fetchpriority="low" href="/assets/root-a1.js"/>'
    assert page.read_text() == f"<head>{unhurried}{STYLE}</head>"
