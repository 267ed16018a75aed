# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
"""The plan is made anew every quarter of an hour."""

from celery import Celery

from .model import Quay
from .notices import fetch_notices
from .solve import solve

app = Celery("berth-planner")

QUAYS = [
    Quay("north", 420.0, 13.5),
    Quay("south", 310.0, 11.0),
    Quay("old-basin", 180.0, 7.2),
]


@app.task
def plan_again(address: str, key: str) -> int:
    return len(solve(fetch_notices(address, key), QUAYS).waiting)
