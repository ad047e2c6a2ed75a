"""QR codes as SVG."""

from io import BytesIO

import segno

_QUIET = 4
"""Modules of white around the code, as the standard asks."""


def svg(words: str) -> bytes:
    """An SVG, black on white so that it reads in dark mode too, that says `words`."""
    out = BytesIO()
    segno.make(words, error="m", micro=False).save(
        out, kind="svg", border=_QUIET, dark="#1B1F3B", light="#FFFFFF", scale=4, title="QR code"
    )
    return out.getvalue()
