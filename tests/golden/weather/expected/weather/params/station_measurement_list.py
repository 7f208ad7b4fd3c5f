"""What `client.stations.measurements.list` accepts."""

import datetime
from typing import NotRequired, TypedDict


class StationMeasurementListParams(TypedDict):
    """What `client.stations.measurements.list` accepts."""

    since: NotRequired[datetime.datetime | str | None]
