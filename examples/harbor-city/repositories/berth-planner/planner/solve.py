# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
"""A greedy plan: first come, first served, at the shortest quay that fits; ships wait in steps of an hour."""

from datetime import datetime, timedelta
from typing import Iterable, List, Optional, Sequence

from .model import Call, Plan, Quay

STEP = timedelta(hours=1)
LONGEST_WAIT = timedelta(hours=48)


def solve(calls: Iterable[Call], quays: Sequence[Quay]) -> Plan:
    plan = Plan()
    by_length = sorted(quays, key=lambda quay: (quay.length, quay.id))
    for call in sorted(calls, key=lambda call: (call.arrival, call.ship.name)):
        place = first_place(plan, call, by_length)
        if place is None:
            plan.waiting.append(call)
        else:
            quay, offset, start = place
            plan.placed.append((call, quay, offset, start))
    return plan


def first_place(plan: Plan, call: Call, quays: Sequence[Quay]):
    start = call.arrival
    while start <= call.arrival + LONGEST_WAIT:
        for quay in quays:
            if quay.depth < call.ship.draft:
                continue
            offset = free_offset(plan, quay, start, start + call.stay, call.ship.length)
            if offset is not None:
                return quay, offset, start
        start += STEP
    return None


def free_offset(plan: Plan, quay: Quay, start: datetime, end: datetime, length: float) -> Optional[float]:
    """The lowest offset in meters at which a ship of the length fits, or None."""
    taken: List = sorted(
        (offset, offset + call.ship.length)
        for call, at, offset, begun in plan.placed
        if at.id == quay.id and begun < end and start < begun + call.stay
    )
    offset = 0.0
    for begin, stop in taken:
        if offset + length + quay.gap <= begin:
            break
        offset = max(offset, stop + quay.gap)
    return offset if offset + length <= quay.length else None
