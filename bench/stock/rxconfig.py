import os

import reflex as rx

config = rx.Config(app_name="stock", redis_url=os.environ.get("REDIS_URL"), telemetry_enabled=False)
