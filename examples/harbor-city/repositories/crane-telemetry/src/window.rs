// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT OR Apache-2.0

use crate::reading::Reading;
use chrono::Duration;
use smallvec::SmallVec;

/// Tonnes that no crane of the port may lift.
const LIMIT: f64 = 40.0;

/// The readings of the last hour; most cranes send fewer than sixteen.
#[derive(Default)]
pub struct Window {
    readings: SmallVec<[Reading; 16]>,
}

impl Window {
    pub fn push(&mut self, reading: Reading) {
        let oldest = reading.at - Duration::hours(1);
        self.readings.retain(|earlier| earlier.at >= oldest);
        self.readings.push(reading);
    }

    pub fn alarm(&self) -> Option<String> {
        let heaviest = self.readings.iter().map(|reading| reading.load).fold(0.0, f64::max);
        if heaviest > LIMIT {
            return Some(format!("{:.1} t on the hook", heaviest));
        }
        let hottest = self.readings.iter().map(|reading| reading.motor).fold(0.0, f64::max);
        (hottest > 95.0).then(|| format!("motor at {:.0} degrees", hottest))
    }
}
