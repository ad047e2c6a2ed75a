"""What only a browser can do about push: run the worker, and ask to be called.

The worker is the one of `@angular/service-worker`, as published; see `components/build.py`.
"""

from typing import Any

import reflex as rx
from reflex.vars import FunctionStringVar
from reflex_base.vars.function import ArgsFunctionOperation

WORKER = "/ngsw-worker.js"


def wake_worker() -> Any:
    """Start the worker of this site, where a browser has such a thing."""
    started = FunctionStringVar.create("navigator.serviceWorker?.register").call(WORKER)
    return rx.run_script(started)


def ask_to_be_called(push_key: rx.Var[str], then: Any) -> Any:
    """Ask the person and the browser's push service.

    Args:
        then: called with the subscription as JSON, or with what the browser had against it.
    """
    subscribe = FunctionStringVar.create("worker.pushManager.subscribe").call(
        {"userVisibleOnly": True, "applicationServerKey": push_key}
    )
    ready = FunctionStringVar.create("navigator.serviceWorker.ready.then").call(
        ArgsFunctionOperation.create(("worker",), subscribe)
    )
    safely = FunctionStringVar.create(
        f"{ready!s}.then", _var_data=push_key._get_all_var_data()
    ).call(FunctionStringVar.create("JSON.stringify"), FunctionStringVar.create("String"))
    return rx.run_script(safely, callback=then)
