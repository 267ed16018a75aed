// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: MIT OR Apache-2.0

//! Collects load cells and motor readings of the quay cranes and keeps the last hour of each.

mod reading;
mod window;

use reading::Reading;
use std::collections::HashMap;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;
use window::Window;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    env_logger::init();
    let listener = TcpListener::bind("127.0.0.1:7070").await?;
    let mut windows: HashMap<String, Window> = HashMap::new();
    loop {
        let (stream, from) = listener.accept().await?;
        log::info!("{} connected", from);
        let mut lines = BufReader::new(stream).lines();
        while let Some(line) = lines.next_line().await? {
            match Reading::parse(&line) {
                Some(reading) => windows.entry(reading.crane.clone()).or_default().push(reading),
                None => log::warn!("not a reading: {}", line),
            }
        }
        for (crane, window) in &windows {
            if let Some(alarm) = window.alarm() {
                log::error!("{}: {}", crane, alarm);
            }
        }
    }
}
