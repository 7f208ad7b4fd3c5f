"""Every webhook that the API sends."""

from __future__ import annotations

from typing import TypeAlias

from .models.job import Job

WebhookEvent: TypeAlias = Job
"""Any webhook of the Jobs API."""
