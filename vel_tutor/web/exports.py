"""Tables to take away, with the same rows as on the screen."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import insight
from vel_tutor.media import sheet
from vel_tutor.web.forms import actor


async def k_factor(request: Request) -> Response:
    """The table `table` of the K-factor page behind the same filters as the page's address."""
    here = await actor(request)
    name = request.query_params.get("table", "loops")
    try:
        table = await run_in_threadpool(insight.k_table, here, request.query_params, name)
    except NotFound:
        return PlainTextResponse("Not found", status_code=404)
    return Response(
        sheet.csv_bytes(table.headers, table.rows),
        media_type="text/csv; charset=utf-8; header=present",
        headers={
            "Content-Disposition": f'attachment; filename="k-factor-{table.name}.csv"',
            "Cache-Control": "no-store",
        },
    )


def web_routes() -> list[Route]:
    """Every file one may take away."""
    return [Route(routes.K_FACTOR_CSV, k_factor)]
