"""Passages as HTML: a title, paragraphs and tables."""

from vel_tutor.media import maths

CELL = " | "


def to_html(text: str) -> str:
    """A passage of the item bank, safe to put into a page.

    Blocks are parted by blank lines. A block whose lines hold cells (`a | b`) is a table with its
    head in the first line; a short first block without a full stop is the title.
    """
    blocks = [block for block in text.split("\n\n") if block.strip()]
    titled = len(blocks) > 1
    return "".join(_block(block, title=titled and not at) for at, block in enumerate(blocks))


def in_a_line(quote: str) -> str:
    """A quotation as running text: the cells of a row parted by commas."""
    return quote.replace(CELL, ", ")


def claim(passage: str, lhs: str, rhs: str) -> str:
    """What a step of a solution claims: an equation, or a quotation and what it shows."""
    if not lhs:
        return ""
    if passage and lhs in passage:
        shows = f" → {maths.to_html(rhs)}" if rhs else ""
        return f"“{maths.to_html(in_a_line(lhs))}”{shows}"
    return maths.equation(lhs, rhs)


def _block(block: str, *, title: bool) -> str:
    lines = block.split("\n")
    if all(CELL in line for line in lines):
        return _table(lines)
    if title and len(lines) == 1 and not block.endswith("."):
        return f'<p class="passage-title"><strong>{maths.to_html(block)}</strong></p>'
    return f"<p>{'<br>'.join(map(maths.to_html, lines))}</p>"


def _table(lines: list[str]) -> str:
    head, *rows = ([maths.to_html(cell) for cell in line.split(CELL)] for line in lines)
    columns = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    head_row = f"<thead><tr>{columns}</tr></thead>"
    return f'<table class="passage-table">{head_row}<tbody>{body}</tbody></table>'


def _row(cells: list[str]) -> str:
    first, *rest = cells
    return f'<th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}'
