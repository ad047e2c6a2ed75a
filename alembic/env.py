from alembic import context
from sqlalchemy import create_engine, pool
from sqlmodel import SQLModel

import vel_tutor.models  # noqa: F401  (registers every table)
from vel_tutor.core.db import database_address
from vel_tutor.core.settings import settings


def migrate() -> None:
    engine = create_engine(database_address(settings().database_url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            compare_type=True,
            render_item=_render,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


def _render(kind: str, thing: object, autogen_context: object) -> str | bool:
    """Write our word columns as plain strings: that is what the database sees."""
    if kind == "type" and type(thing).__module__ == "vel_tutor.models.row":
        return "sa.String()"
    return False


migrate()
