"""The whole house looked over, as `vt doctor` tells it."""

from vt import checks, house, running
from vt.checks import Check
from vt.problems import Problem


def examine() -> list[Check]:
    """Every check, in the order a person would put things right.

    What stops the house from opening is told as the last check: those after it need it.
    """
    done: list[Check] = []
    try:
        config = house.read_settings()
        done += [
            Check("settings", ok=True, says=f"{config.app_env}, {config.public_url}"),
            checks.python_is_new_enough(),
            checks.disk_has_room(config.data_dir),
            checks.node_is_here(),
            _port(config.port),
        ]
        with house.opened():
            done += [
                checks.database_answers(),
                checks.redis_answers(),
                checks.schema_is_current(),
            ]
    except Problem as problem:
        done.append(Check("stopped", ok=False, says=problem.message))
    return done


def _port(port: int) -> Check:
    """A port taken by an open house is well."""
    if running.answers(port):
        return Check("port", ok=True, says=f"a web server answers at 127.0.0.1:{port}")
    return checks.port_is_ours(port)
