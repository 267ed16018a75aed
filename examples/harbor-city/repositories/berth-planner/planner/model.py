# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
"""Ships, quays and calls, as the planner sees them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Ship:
    name: str
    length: float
    draft: float


@dataclass(frozen=True)
class Quay:
    id: str
    length: float
    depth: float
    #: Meters that must stay free between two ships.
    gap: float = 15.0


@dataclass(frozen=True)
class Call:
    ship: Ship
    arrival: datetime
    stay: timedelta

    @property
    def departure(self) -> datetime:
        return self.arrival + self.stay


@dataclass
class Plan:
    placed: list = field(default_factory=list)
    waiting: list = field(default_factory=list)

    @property
    def hours_waited(self) -> float:
        return sum((start - call.arrival).total_seconds() / 3600 for call, _, _, start in self.placed)
