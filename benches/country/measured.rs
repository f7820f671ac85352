//! What was measured, passed from a process to the one that started it, and shown.

use std::time::Duration;

use crate::country::Trouble;

/// Stages of one part with their times, and its peak memory in kB.
#[derive(Debug)]
pub struct Part {
    /// Name and time.
    pub stages: Vec<(String, Duration)>,
    /// `VmHWM`; 0 where the system does not say.
    pub peak: u64,
}

impl Part {
    /// Tells the parent.
    pub fn write(&self) {
        for (name, time) in &self.stages {
            println!("{name}\t{}", time.as_micros());
        }
        println!("peak\t{}", self.peak);
    }

    /// Hears the child.
    pub fn read(text: &str) -> Result<Self, Trouble> {
        let (mut stages, mut peak) = (Vec::new(), 0);
        for line in text.lines() {
            let (name, value) = line.split_once('\t').ok_or("no such line")?;
            match name {
                "peak" => peak = value.parse()?,
                _ => stages.push((name.to_owned(), Duration::from_micros(value.parse()?))),
            }
        }
        Ok(Self { stages, peak })
    }

    /// All stages together.
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|(_, time)| *time).sum()
    }
}

/// One size.
#[derive(Debug)]
pub struct Measured {
    /// Municipalities.
    pub size: usize,
    /// Assistants.
    pub assistants: usize,
    /// Without the second engine.
    pub without: Part,
    /// The floor.
    pub floor: Part,
    /// With the second engine.
    pub with: Part,
}

/// The most that the issue allows: hundredths of the floor, without and with the second engine.
const GOALS: [u128; 2] = [150, 250];

/// The most memory, in kB.
const MEMORY: u64 = 400 * 1024;

impl Measured {
    /// Shows one size.
    pub fn print(&self) {
        println!("{} municipalities, {} assistants", self.size, self.assistants);
        for (name, part) in [("without", &self.without), ("with", &self.with), ("floor", &self.floor)] {
            println!("  {name:<8} {:>10}  peak {}", seconds(part.total()), memory(part.peak));
            for (stage, time) in &part.stages {
                println!("    {stage:<24} {:>10}", seconds(*time));
            }
        }
        let floor = self.floor.total();
        for (name, part, goal) in [("without", &self.without, GOALS[0]), ("with", &self.with, GOALS[1])] {
            let ratio = part.total().as_micros() * 100 / floor.as_micros().max(1);
            let rate = self.size as u128 * 100_000_000 / part.total().as_micros().max(1);
            println!(
                "  {name:<8} {} x floor (at most {}): {}; {} files/s",
                hundredths(ratio),
                hundredths(goal),
                kept(ratio <= goal),
                hundredths(rate)
            );
        }
        let peak = self.with.peak.max(self.without.peak);
        println!("  memory   {} (at most {}): {}", memory(peak), memory(MEMORY), kept(peak <= MEMORY));
    }
}

/// Shows all sizes as rows of a table, and whether time is linear in files.
pub fn print_together(all: &[Measured]) {
    println!();
    println!("| municipalities | assistants | floor | without | ratio | with | ratio | files/s | memory |");
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for one in all {
        let floor = one.floor.total();
        let of = |time: Duration| hundredths(time.as_micros() * 100 / floor.as_micros().max(1));
        let (without, with) = (one.without.total(), one.with.total());
        let rate = |time: Duration| hundredths(one.size as u128 * 100_000_000 / time.as_micros().max(1));
        println!(
            "| {} | {} | {} | {} | {} | {} | {} | {} and {} | {} |",
            one.size,
            one.assistants,
            seconds(floor),
            seconds(without),
            of(without),
            seconds(with),
            of(with),
            rate(without),
            rate(with),
            memory(one.with.peak.max(one.without.peak)),
        );
    }
    // Held against the largest size: a small one carries what every run costs once.
    let Some(largest) = all.iter().max_by_key(|one| one.size) else { return };
    for one in all.iter().filter(|one| one.size != largest.size) {
        for (name, here, there) in
            [("without", &one.without, &largest.without), ("with", &one.with, &largest.with)]
        {
            // Time by file here over time by file there, and the same by assistant: the mix is not quite the same.
            let [here, there] = [here.total(), there.total()].map(|time| time.as_micros());
            let by = |few: usize, many: usize| there * few as u128 * 10_000 / (many as u128 * here.max(1));
            let (files, assistants) = (by(one.size, largest.size), by(one.assistants, largest.assistants));
            println!(
                "{name}: a file takes {}% of what it takes among {}, an assistant {}% (90 to 110): {}",
                hundredths(files),
                one.size,
                hundredths(assistants),
                kept((9_000..=11_000).contains(&assistants))
            );
        }
    }
}

/// The most memory this process has held, in kB.
pub fn peak() -> u64 {
    let Ok(text) = std::fs::read_to_string("/proc/self/status") else { return 0 };
    let line = text.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn kept(kept: bool) -> &'static str {
    if kept { "kept" } else { "missed" }
}

fn memory(kilobytes: u64) -> String {
    if kilobytes == 0 { "not known here".to_owned() } else { format!("{} MB", kilobytes.div_ceil(1024)) }
}

fn seconds(time: Duration) -> String {
    format!("{} s", hundredths(time.as_millis() / 10))
}

fn hundredths(value: u128) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}
