# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
"""Reads the arrival notices that carriers send as YAML."""

from datetime import timedelta

import requests
import yaml

from .model import Call, Ship


def fetch_notices(address: str, key: str):
    answer = requests.get(address, headers={"X-Port-Key": key}, timeout=10)
    answer.raise_for_status()
    return read_notices(answer.text)


def read_notices(text: str):
    calls = []
    for entry in yaml.safe_load(text) or []:
        ship = Ship(entry["ship"], float(entry["length"]), float(entry["draft"]))
        calls.append(Call(ship, entry["arrival"], timedelta(hours=float(entry["hours"]))))
    return calls
