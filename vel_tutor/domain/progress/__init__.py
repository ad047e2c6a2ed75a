"""Progress: how a child's learning goes, as the parents linked to the child see it."""

from vel_tutor.domain.progress.queries import at_a_glance, of_child
from vel_tutor.domain.progress.views import GlanceView, ProgressView

__all__ = ["GlanceView", "ProgressView", "at_a_glance", "of_child"]
