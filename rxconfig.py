import reflex as rx

from vel_tutor.components.build import PushWorker, WordsBeforeScripts
from vel_tutor.core.settings import settings

config = rx.Config(
    app_name="vel_tutor",
    app_module_import="vel_tutor.vel_tutor",
    api_url=settings().public_url,
    deploy_url=settings().public_url,
    redis_url=settings().redis_url or None,
    cors_allowed_origins=settings().origins,
    trusted_proxy_hops=settings().trusted_proxy_hops,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[rx.plugins.TailwindV4Plugin(), WordsBeforeScripts(), PushWorker()],
    frontend_compression_formats=["brotli", "gzip"],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
