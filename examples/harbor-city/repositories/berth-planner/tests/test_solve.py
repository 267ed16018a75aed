# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
from datetime import datetime, timedelta

from planner.model import Call, Quay, Ship
from planner.solve import solve

NOON = datetime(2026, 3, 1, 12)


def test_second_ship_waits_for_the_first():
    quay = Quay("only", 200.0, 10.0)
    calls = [Call(Ship(name, 150.0, 8.0), NOON, timedelta(hours=6)) for name in ("Ada", "Bea")]
    plan = solve(calls, [quay])
    assert [start.hour for _, _, _, start in plan.placed] == [12, 18]
    assert plan.hours_waited == 6.0


def test_too_deep_for_every_quay():
    plan = solve([Call(Ship("Cora", 100.0, 14.0), NOON, timedelta(hours=6))], [Quay("only", 200.0, 10.0)])
    assert len(plan.waiting) == 1
