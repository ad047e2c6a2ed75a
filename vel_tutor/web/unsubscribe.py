"""One press ends a kind of mail: for people on a page, for mail programs without one (RFC 8058).

Only a POST changes anything; scanners open every link. It needs no cookie and no origin: whoever
holds the token got the mail.
"""

from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import notifications
from vel_tutor.vocabulary import NotificationKind

_CALLED = {
    NotificationKind.WEEKLY_PROGRESS: "the weekly letter about your children",
    NotificationKind.STREAK_AT_RISK: "mails about your streak",
    NotificationKind.RALLY_JOINED: "mails about your rallies",
    NotificationKind.LEAGUE_RESULT: "mails about your league",
    NotificationKind.FRIEND_JOINED: "mails about friends who joined",
    NotificationKind.K_FACTOR: "mails about K-factors",
}
_STYLE = """
:root{color-scheme:light dark;--ink:#1B1F3B;--paper:#F7F7FC;--fill:#6C4CF1;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#F3F4FF;--paper:#12142A;--fill:#8F78FF;--on:#12142A}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:32px 20px}h1{font-size:26px;line-height:1.2}
button{font:inherit;font-weight:700;min-height:48px;padding:0 24px;border:0;border-radius:12px;
background:var(--fill);color:var(--on);cursor:pointer}a{color:inherit}
"""


async def ask(request: Request) -> Response:
    """The question. Looking changes nothing."""
    try:
        kind = notifications.kind_behind(request.path_params["token"])
    except NotFound:
        return _page("This link is not complete", "Please open it from the mail again.", 404)
    return _page(
        "Stop these mails?",
        f"You will not get {_called(kind)} any more. Everything else stays as it is.",
        button="Stop them",
    )


async def press(request: Request) -> Response:
    """Stop, or with `again` let them come again."""
    async with request.form(max_files=0, max_fields=4) as form:
        is_on = bool(form.get("again"))
    token = request.path_params["token"]
    try:
        kind = await run_in_threadpool(notifications.set_mail, token, is_on=is_on)
    except NotFound:
        return _page("This link is not complete", "Please open it from the mail again.", 404)
    if is_on:
        return _page("They come again", f"You will get {_called(kind)} as before.")
    return _page(
        "Done",
        f"You will not get {_called(kind)} any more.",
        button="Let them come again",
        again=True,
    )


def web_routes() -> list[Route]:
    """The page and the press."""
    return [
        Route(routes.UNSUBSCRIBE, ask, methods=["GET"]),
        Route(routes.UNSUBSCRIBE, press, methods=["POST"]),
    ]


def _called(kind: NotificationKind) -> str:
    return _CALLED.get(kind, "mails of this kind")


def _page(
    title: str, words: str, status: int = 200, *, button: str = "", again: bool = False
) -> Response:
    hidden = '<input type="hidden" name="again" value="1">' if again else ""
    form = f'<form method="post">{hidden}<button>{escape(button)}</button></form>' if button else ""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} - vel_tutor</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1>"
        f'<p>{escape(words)}</p>{form}<p><a href="{routes.HOME}">vel_tutor</a></p>'
        f"</main></body></html>",
        status,
        headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"},
    )
