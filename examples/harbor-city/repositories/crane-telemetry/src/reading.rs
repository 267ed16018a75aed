// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT OR Apache-2.0

use chrono::{DateTime, Utc};
use regex::Regex;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    pub crane: String,
    pub at: DateTime<Utc>,
    /// Tonnes on the hook.
    pub load: f64,
    /// Degrees Celsius of the hoist motor.
    pub motor: f64,
}

impl Reading {
    /// `crane-3 2026-03-01T12:00:00Z load=31.5 motor=68`
    pub fn parse(line: &str) -> Option<Reading> {
        let pattern = Regex::new(r"^(\S+) (\S+) load=([0-9.]+) motor=([0-9.]+)$").ok()?;
        let found = pattern.captures(line)?;
        Some(Reading {
            crane: found[1].to_string(),
            at: found[2].parse().ok()?,
            load: found[3].parse().ok()?,
            motor: found[4].parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_line() {
        let reading = Reading::parse("crane-3 2026-03-01T12:00:00Z load=31.5 motor=68").unwrap();
        assert_eq!(reading.load, 31.5);
    }

    #[test]
    fn refuses_what_is_none() {
        assert_eq!(Reading::parse("crane-3 yesterday load=1 motor=1"), None);
    }
}
