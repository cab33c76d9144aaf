// SPDX-License-Identifier: Apache-2.0
//! Asks whether an office is safe from fire.

mod tieuchi;

use std::env;
use std::error::Error;
use std::process::ExitCode;
use tieuchi::{Answer, Facts, Standard};

fn tell(drilled: i64, answer: &Answer) {
    print!(
        "{drilled} of 25: {}",
        answer.outcome.as_deref().unwrap_or("open")
    );
    for clause in &answer.because {
        print!(", because of {clause}");
    }
    for fact in &answer.ask {
        print!(", ask for {fact}");
    }
    println!();
}

fn run() -> Result<(), Box<dyn Error>> {
    let path = env::args_os()
        .nth(1)
        .and_then(|path| path.into_string().ok())
        .ok_or("usage: drills RULES")?;
    let fire_safety = Standard::load(&path, "fire_safety", "2022-11-15")?;
    let mut known = Facts::new(&fire_safety)?;
    known.set_integer("staff", 25)?;
    known.set_yes_no("plan", true)?;
    known.set_integer("fires", 0)?;

    let drilled = fire_safety.slot("drilled")?;
    for count in [18, 17] {
        known.set_integer_at(drilled, count)?;
        tell(count, &known.assess()?);
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}
