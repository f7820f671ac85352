//! What was measured, passed from a process to the one that started it, and shown.

use std::time::Duration;

use crate::country::Trouble;
use crate::shared::{high_water, hundredths, memory};

/// Time as the clock shows it, and as the processors worked: on a machine that others use too, the second is the one to
/// believe.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spent {
    /// From start to end.
    pub wall: Duration,
    /// On all processors; 0 where the system does not say.
    pub processors: Duration,
}

/// Stages of one part with their times, and its peak memory in kB.
#[derive(Debug)]
pub struct Part {
    /// Name and time.
    pub stages: Vec<(String, Spent)>,
    /// `VmHWM`; 0 where the system does not say.
    pub peak: u64,
}

impl Part {
    /// Tells the parent.
    pub fn write(&self) {
        for (name, time) in &self.stages {
            println!("{name}\t{}\t{}", time.wall.as_micros(), time.processors.as_micros());
        }
        println!("peak\t{}\t0", self.peak);
    }

    /// Hears the child.
    pub fn read(text: &str) -> Result<Self, Trouble> {
        let (mut stages, mut peak) = (Vec::new(), 0);
        for line in text.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [name, first, second] = cells[..] else { return Err("no such line".into()) };
            let [first, second] = [first.parse()?, second.parse()?];
            if name == "peak" {
                peak = first;
            } else {
                let [wall, processors] = [first, second].map(Duration::from_micros);
                stages.push((name.to_owned(), Spent { wall, processors }));
            }
        }
        Ok(Self { stages, peak })
    }

    /// All stages together, by the clock.
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|(_, time)| time.wall).sum()
    }

    /// All stages together, by the processors' work.
    pub fn work(&self) -> Duration {
        self.stages.iter().map(|(_, time)| time.processors).sum()
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
    /// With the second engine, over the unchanged country.
    pub again: Part,
}

/// The most that the issue allows: hundredths of the floor, without and with the second engine.
const GOALS: [u128; 2] = [150, 250];

/// The most memory, in kB.
const MEMORY: u64 = 400 * 1024;

impl Measured {
    /// Shows one size.
    pub fn print(&self) {
        println!("{} municipalities, {} assistants", self.size, self.assistants);
        for (name, part) in
            [("without", &self.without), ("with", &self.with), ("again", &self.again), ("floor", &self.floor)]
        {
            println!(
                "  {name:<8} {:>10}  processors {:>10}  peak {}",
                seconds(part.total()),
                seconds(part.work()),
                memory(part.peak)
            );
            for (stage, time) in &part.stages {
                println!("    {stage:<12} {:>10}  {:>10}", seconds(time.wall), seconds(time.processors));
            }
        }
        let times = |part: &Part, floor: &Part| {
            [(part.total(), floor.total()), (part.work(), floor.work())]
                .map(|(time, floor)| time.as_micros() * 100 / floor.as_micros().max(1))
        };
        for (name, part, goal) in [("without", &self.without, GOALS[0]), ("with", &self.with, GOALS[1])] {
            let [ratio, worked] = times(part, &self.floor);
            let rate = self.size as u128 * 100_000_000 / part.total().as_micros().max(1);
            println!(
                "  {name:<8} {} x floor (at most {}): {}; by processors' work {}; {} files/s",
                hundredths(ratio),
                hundredths(goal),
                kept(ratio <= goal),
                hundredths(worked),
                hundredths(rate)
            );
        }
        let tenth = self.again.total() * 10 <= self.with.total();
        println!(
            "  again    {}% of the first run (at most 10): {}",
            hundredths(self.again.total().as_micros() * 10_000 / self.with.total().as_micros().max(1)),
            kept(tenth)
        );
        let peak = self.with.peak.max(self.without.peak);
        println!("  memory   {} (at most {}): {}", memory(peak), memory(MEMORY), kept(peak <= MEMORY));
    }
}

/// Shows all sizes as rows of a table, and whether time is linear in files.
pub fn print_together(all: &[Measured]) {
    println!();
    println!(
        "| municipalities | assistants | floor | without | ratio | with | ratio | again | files/s | memory |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for one in all {
        let floor = one.floor.total().as_micros().max(1);
        let of = |time: Duration| hundredths(time.as_micros() * 100 / floor);
        let (without, with) = (one.without.total(), one.with.total());
        let rate = |time: Duration| hundredths(one.size as u128 * 100_000_000 / time.as_micros().max(1));
        println!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} and {} | {} |",
            one.size,
            one.assistants,
            seconds(one.floor.total()),
            seconds(without),
            of(without),
            seconds(with),
            of(with),
            seconds(one.again.total()),
            rate(without),
            rate(with),
            memory(one.with.peak.max(one.without.peak)),
        );
    }
    // Held against the smallest size. By assistant as well: the mix of municipalities is not quite the same.
    let Some(smallest) = all.iter().min_by_key(|one| one.size) else { return };
    for one in all.iter().filter(|one| one.size != smallest.size) {
        for (name, here, there) in
            [("without", &one.without, &smallest.without), ("with", &one.with, &smallest.with)]
        {
            let growth = |here: Duration, there: Duration, few: usize, many: usize| {
                here.as_micros() * few as u128 * 10_000 / (there.as_micros() * many as u128).max(1)
            };
            let files = growth(here.total(), there.total(), smallest.size, one.size);
            let assistants = growth(here.total(), there.total(), smallest.assistants, one.assistants);
            println!(
                "{name}: among {} a file takes {}% of what it takes among {}, an assistant {}% (90 to 110): {}",
                one.size,
                hundredths(files),
                smallest.size,
                hundredths(assistants),
                kept((9_000..=11_000).contains(&files))
            );
        }
    }
}

/// The most memory this process has held, in kB.
pub fn peak() -> u64 {
    high_water("/proc/self/status").unwrap_or(0)
}

/// Time for which all threads of this process were on a processor.
pub fn work() -> Duration {
    let Ok(text) = std::fs::read_to_string("/proc/self/stat") else { return Duration::ZERO };
    // The name before it may hold spaces. Of the fields behind, the 12th and 13th are hundredths of a second, in user
    // and in system mode.
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// Time for which this thread alone was on a processor.
pub fn own_work() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split_whitespace().next().and_then(|field| field.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

fn kept(kept: bool) -> &'static str {
    if kept { "kept" } else { "missed" }
}

fn seconds(time: Duration) -> String {
    format!("{} s", hundredths(time.as_millis() / 10))
}
