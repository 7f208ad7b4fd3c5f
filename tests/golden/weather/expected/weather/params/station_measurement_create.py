"""What `client.stations.measurements.create` accepts."""

import datetime
from typing import NotRequired, TypedDict

from .sky import SkyParam


class StationMeasurementCreateParams(TypedDict):
    """What `client.stations.measurements.create` accepts."""

    taken_at: datetime.datetime | str

    celsius: float

    humidity: NotRequired[int | None]
    """From 0 to 100."""

    sky: NotRequired[SkyParam | None]
