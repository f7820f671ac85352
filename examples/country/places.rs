//! Where municipalities lie: codes of the real structure, names that are invented.
//!
//! Voivodeships, their share in the municipalities of the country and the number of powiats are the real ones at the
//! start of 2025 (2,479 municipalities in 314 powiats and 66 cities with the rights of one). A smaller or larger country
//! keeps the proportions, so that the mix of sizes stays and times may be compared; beyond the real number the codes go
//! on where the register ends. Names are made of syllables: where one is a real place's name, that is chance. Names
//! repeat, as they do in life.

use std::path::PathBuf;

use super::Trouble;
use super::random::Random;

/// Municipalities of the country.
pub const COUNTRY: usize = 2479;

/// The most municipalities that have codes.
const MOST: usize = 20_000;

/// Code, name, municipalities, powiats, cities with the rights of a powiat.
const VOIVODESHIPS: [(&str, &str, usize, usize, usize); 16] = [
    ("02", "dolnośląskie", 169, 26, 4),
    ("04", "kujawsko-pomorskie", 144, 19, 4),
    ("06", "lubelskie", 213, 20, 4),
    ("08", "lubuskie", 82, 12, 2),
    ("10", "łódzkie", 177, 21, 3),
    ("12", "małopolskie", 183, 19, 3),
    ("14", "mazowieckie", 314, 37, 5),
    ("16", "opolskie", 71, 11, 1),
    ("18", "podkarpackie", 160, 21, 4),
    ("20", "podlaskie", 119, 14, 3),
    ("22", "pomorskie", 123, 16, 4),
    ("24", "śląskie", 167, 17, 19),
    ("26", "świętokrzyskie", 102, 13, 1),
    ("28", "warmińsko-mazurskie", 116, 19, 2),
    ("30", "wielkopolskie", 226, 31, 4),
    ("32", "zachodniopomorskie", 113, 18, 3),
];

/// Kind of a municipality, the last digit of its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// 1.
    Urban,
    /// 2.
    Rural,
    /// 3.
    Mixed,
}

/// A municipality's place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Seven digits.
    pub teryt: String,
    /// Two digits.
    pub voivodeship_code: &'static str,
    /// Name in small letters.
    pub voivodeship: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Invented name.
    pub name: String,
    /// Assistants of the year.
    pub assistants: usize,
}

impl Place {
    /// Path of its workbook below the folder of the country: a folder a voivodeship.
    pub fn path(&self) -> PathBuf {
        let folder = format!("{}-{}", self.voivodeship_code, plain(self.voivodeship));
        let kind = match self.kind {
            Kind::Urban => "miasto",
            Kind::Rural => "gmina",
            Kind::Mixed => "miasto-i-gmina",
        };
        PathBuf::from(folder).join(format!("{}-{kind}-{}.xlsx", self.teryt, plain(&self.name)))
    }
}

/// Returns the places of a country of so many municipalities, in the order of their codes.
pub fn all(municipalities: usize, seed: u64) -> Result<Vec<Place>, Trouble> {
    if !(1..=MOST).contains(&municipalities) {
        return Err(format!("from 1 to {MOST} municipalities").into());
    }
    let mut random = Random::apart(seed ^ 0x0070_1ACE);
    let counts = apportion(municipalities, VOIVODESHIPS.map(|v| v.2));
    let cities = apportion(rounded(66 * municipalities), VOIVODESHIPS.map(|v| v.4));
    let largest = rounded(municipalities);
    let mut places = Vec::with_capacity(municipalities);
    for (voivodeship, (count, cities)) in VOIVODESHIPS.iter().zip(counts.into_iter().zip(cities)) {
        // Cities have the numbers 61 to 99.
        let cities = cities.min(count).min(39);
        let land = count - cities;
        let powiats = rounded(voivodeship.3 * municipalities).clamp(1, 60).min(land.max(1));
        for powiat in 0..powiats {
            let of_powiat = land * (powiat + 1) / powiats - land * powiat / powiats;
            for number in 1..=of_powiat {
                places.push(rural_or_town(&mut random, voivodeship, powiat + 1, number));
            }
        }
        for number in 0..cities {
            places.push(city(&mut random, voivodeship, number, largest));
        }
    }
    places.sort_by(|a, b| a.teryt.cmp(&b.teryt));
    Ok(places)
}

/// `whole / COUNTRY`, rounded half up.
fn rounded(whole: usize) -> usize {
    (2 * whole + COUNTRY) / (2 * COUNTRY)
}

/// Shares a number out in proportion, largest remainders first.
fn apportion(number: usize, weights: [usize; 16]) -> [usize; 16] {
    let total: usize = weights.iter().sum();
    let mut shares = weights.map(|weight| number * weight / total);
    let mut order: Vec<usize> = (0..16).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(number * weights[*i] % total), *i));
    let left = number - shares.iter().sum::<usize>();
    for i in order.into_iter().take(left) {
        shares[i] += 1;
    }
    shares
}

type Voivodeship = (&'static str, &'static str, usize, usize, usize);

fn rural_or_town(r: &mut Random, voivodeship: &Voivodeship, powiat: usize, number: usize) -> Place {
    // A powiat's town comes first in the register; of the others three in ten have a town of their own.
    let kind = match number {
        1 if r.percent(75) => Kind::Urban,
        _ if r.percent(31) => Kind::Mixed,
        _ => Kind::Rural,
    };
    // Most have one assistant; with the cities some 3,900 in 2,479.
    let assistants = match r.between(1, 100) {
        1..=78 => 1,
        79..=94 => 2,
        95..=98 => 3,
        _ => 4,
    };
    place(r, voivodeship, powiat, number, kind, assistants)
}

fn city(r: &mut Random, voivodeship: &Voivodeship, number: usize, largest: usize) -> Place {
    let usual = usize::try_from(r.between(3, 13)).unwrap_or(3);
    let (powiat, assistants) = match (voivodeship.0, number) {
        // The capital has the number 65, after four other cities.
        ("14", 0) => (65, if largest > 0 { 200 } else { usual }),
        ("14", n) if n < largest => (60 + n + usize::from(n > 4), 200),
        ("10", n) if n < largest => (61 + n, 85),
        ("14", n) if n < 5 => (60 + n, usual),
        (_, n) => (61 + n, usual),
    };
    place(r, voivodeship, powiat, 1, Kind::Urban, assistants)
}

fn place(
    r: &mut Random,
    voivodeship: &Voivodeship,
    powiat: usize,
    number: usize,
    kind: Kind,
    assistants: usize,
) -> Place {
    let digit = match kind {
        Kind::Urban => 1,
        Kind::Rural => 2,
        Kind::Mixed => 3,
    };
    Place {
        teryt: format!("{}{powiat:02}{number:02}{digit}", voivodeship.0),
        voivodeship_code: voivodeship.0,
        voivodeship: voivodeship.1,
        kind,
        name: name(r),
        assistants,
    }
}

const STEMS: [&str; 40] = [
    "Grzmik",
    "Szelesz",
    "Turkot",
    "Mgiel",
    "Wichr",
    "Deszcz",
    "Mrozik",
    "Tęcz",
    "Piorun",
    "Rosic",
    "Szron",
    "Zamieć",
    "Jesien",
    "Wiosn",
    "Kałuż",
    "Strumyk",
    "Źródl",
    "Potocz",
    "Wydm",
    "Głaz",
    "Żwir",
    "Piask",
    "Torf",
    "Kwarc",
    "Bazalt",
    "Iskr",
    "Płomyk",
    "Świt",
    "Zmierzch",
    "Południk",
    "Chmur",
    "Wirow",
    "Szuwar",
    "Paproc",
    "Jagod",
    "Rydz",
    "Bekas",
    "Czapl",
    "Wiewiór",
    "Borsucz",
];
const ENDINGS: [&str; 12] =
    ["owice", "ówka", "owo", "ewko", "anów", "ino", "iska", "niki", "owiec", "ajny", "ary", "ostaw"];
const BYNAMES: [&str; 8] =
    [" Dolne", " Górne", " Wielkie", " Małe", " Nowe", " Stare", " Zmyślone", " Polne"];

fn name(r: &mut Random) -> String {
    let byname = if r.percent(25) { r.pick(&BYNAMES) } else { "" };
    format!("{}{}{byname}", r.pick(&STEMS), r.pick(&ENDINGS))
}

/// The name of a file: small letters of the Latin alphabet, digits and hyphens.
fn plain(name: &str) -> String {
    let letter = |c: char| match c {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        ' ' => '-',
        other => other,
    };
    name.to_lowercase().chars().map(letter).collect()
}
