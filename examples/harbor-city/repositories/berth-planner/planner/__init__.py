# SPDX-FileCopyrightText: City of Harbor City
# SPDX-License-Identifier: Apache-2.0
"""Plans which ship lies where and when."""
