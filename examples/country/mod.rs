//! An invented country: N municipalities in the canonical input layout, one workbook each, and the office's register.
//!
//! Shared by the example, the benchmark and the test. The structure is the real one (voivodeships, the share of each in
//! 2,479 municipalities, kinds, sizes); every name, person, contract and amount is made up from a seed. It writes input
//! and knows what must come out of it ([`due`]), by its own arithmetic: nothing here calls the program's settlement.
//!
//! The same seed gives the same bytes, whatever the number of threads; one municipality is in memory at a time.

pub mod due;
pub mod families;
pub mod money;
pub mod people;
pub mod places;
#[path = "../../tests/support/random.rs"]
pub mod random;
pub mod register;
pub mod tables;
pub mod year;

use std::path::{Path, PathBuf};

use places::Place;
use random::Random;
use year::Edition;

/// Whatever went wrong.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// What is generated.
#[derive(Clone, Debug)]
pub struct Country {
    /// Places in the order of their codes.
    pub places: Vec<Place>,
    /// Rules that the amounts follow.
    pub edition: Edition,
    seed: u64,
}

/// One municipality with everything that is known of it.
#[derive(Clone, Debug)]
pub struct Municipality {
    /// Where it lies.
    pub place: Place,
    /// Facts of its agreement.
    pub agreement: register::Agreement,
    /// Its assistants.
    pub assistants: Vec<people::Assistant>,
    /// Their families.
    pub families: Vec<families::Family>,
    /// Money awarded, due and returned, by component and round.
    pub funds: Vec<due::Fund>,
}

impl Country {
    /// Plans a country of so many municipalities.
    pub fn new(municipalities: usize, seed: u64, edition: Edition) -> Result<Self, Trouble> {
        Ok(Self { places: places::all(municipalities, seed)?, edition, seed })
    }

    /// Makes up the municipality of a place.
    pub fn municipality(&self, index: usize) -> Option<Municipality> {
        let place = self.places.get(index)?.clone();
        // By place, not by what was made before: threads may take them in any order.
        let mut random = Random::apart(self.seed ^ random::spread(index as u64 + 1));
        let r = &mut random;
        let mut agreement = register::Agreement::new(r, &place, &self.edition);
        let mut assistants = Vec::with_capacity(place.assistants);
        for number in 1..=place.assistants {
            assistants.push(people::assistant(r, &self.edition, &agreement, number));
        }
        if agreement.tasks && assistants.iter().all(|assistant| assistant.absences.is_empty()) {
            // Without a table of absences hours cannot follow from it.
            agreement.tasks = false;
            assistants.iter_mut().for_each(people::Assistant::type_hours);
        }
        let families = families::all(r, &self.edition, &assistants);
        let funds = due::funds(r, &self.edition, &agreement, &assistants);
        Some(Municipality { place, agreement, assistants, families, funds })
    }

    /// Name of a municipality's workbook below the folder of the country.
    pub fn path(&self, index: usize) -> Option<PathBuf> {
        self.places.get(index).map(Place::path)
    }

    /// Writes the workbook of one municipality below a folder, and returns its row of the register.
    pub fn write(&self, index: usize, folder: &Path) -> Result<register::Row, Trouble> {
        let made = self.municipality(index).ok_or("no such municipality")?;
        let path = folder.join(made.place.path());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let tables = tables::all(&self.edition, &made);
        crate::workbook::write_xlsx(&path, &tables)?;
        Ok(register::Row::of(&made))
    }

    /// Writes the whole country on so many threads: the workbooks and `rejestr.csv`.
    pub fn write_all(&self, folder: &Path, threads: usize) -> Result<(), Trouble> {
        std::fs::create_dir_all(folder)?;
        let threads = threads.max(1);
        let parts: Vec<Result<Vec<(usize, register::Row)>, Trouble>> = std::thread::scope(|scope| {
            let work = |first: usize| {
                let mine = (first..self.places.len()).step_by(threads);
                mine.map(|index| Ok((index, self.write(index, folder)?))).collect()
            };
            let started: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
            started
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended early".into())))
                .collect()
        });
        let mut rows = Vec::with_capacity(self.places.len());
        for part in parts {
            rows.extend(part?);
        }
        rows.sort_by_key(|(index, _)| *index);
        let rows: Vec<register::Row> = rows.into_iter().map(|(_, row)| row).collect();
        register::write(&folder.join("rejestr.csv"), &self.edition, &rows)
    }
}
