//! What is printed is worked out again: every line of numbers gives its printed result, and every chain ends in what
//! was handed in, in figures of the rules, or in what follows from the tables.

use std::path::{Path, PathBuf};

use super::{Explanation, Ground, Limits, Mark, explain, words};
use crate::calc::Value;
use crate::pipeline::{self, Job};
use crate::recalc;
use crate::trace::Trace;
use crate::units::{Day, Exact};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)
}

fn trace(name: &str) -> Trace {
    let job = Job { inputs: vec![sample(name)], ..Job::default() };
    let mut run = pipeline::run(&job).expect("the sample is read");
    let forms = crate::forms::Forms::built_in();
    let papers = pipeline::papers(&mut run, &forms, false).expect("sound").expect("figures");
    papers.trace().clone()
}

/// Works out a printed line: numbers, signs, brackets and the named functions.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, word: &str) -> bool {
        let trimmed = self.rest.trim_start_matches(' ');
        let Some(rest) = trimmed.strip_prefix(word) else { return false };
        self.rest = rest;
        true
    }

    fn sum(&mut self) -> Exact {
        let mut all = self.product();
        loop {
            if self.skip("+ ") {
                all = all + self.product();
            } else if self.skip("− ") {
                all = all - self.product();
            } else {
                return all;
            }
        }
    }

    fn product(&mut self) -> Exact {
        let mut all = self.one();
        loop {
            if self.skip("×") {
                all = all * self.one();
            } else if self.skip("÷") {
                all = all.checked_div(&self.one()).expect("a printed divisor is not zero");
            } else {
                return all;
            }
        }
    }

    fn list(&mut self) -> Vec<Exact> {
        assert!(self.skip("("), "a bracket before {:?}", self.rest);
        let mut all = vec![self.sum()];
        while self.skip(";") {
            all.push(self.sum());
        }
        assert!(self.skip(")"), "a bracket before {:?}", self.rest);
        all
    }

    fn one(&mut self) -> Exact {
        for (word, largest) in
            [("mniejsza z", false), ("najmniejsza z", false), ("większa z", true), ("największa z", true)]
        {
            if self.skip(word) {
                let all = self.list().into_iter();
                return if largest { all.max() } else { all.min() }.expect("a list has a member");
            }
        }
        for (word, cut) in [("zaokrąglone", false), ("obcięte", true)] {
            if self.skip(word) {
                let places = self.places();
                let inner = self.list().remove(0);
                return if cut { inner.cut_down(places) } else { inner.round_half_up(places) };
            }
        }
        if self.rest.trim_start_matches(' ').starts_with('(') {
            return self.list().remove(0);
        }
        if self.skip("puste") {
            return Exact::zero();
        }
        self.number()
    }

    fn places(&mut self) -> u32 {
        if self.skip("do grosza") {
            return 2;
        }
        if self.skip("do całości") {
            return 0;
        }
        assert!(self.skip("do "), "places before {:?}", self.rest);
        let places = self.number().to_i64().expect("a whole number");
        assert!(self.skip("miejsc"));
        u32::try_from(places).expect("not negative")
    }

    fn number(&mut self) -> Exact {
        self.skip("≈");
        let text = self.rest.trim_start_matches(' ');
        let inside = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '−' | '/' | '%');
        let end = text.find(|c| !inside(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        read(word).unwrap_or_else(|| panic!("a number, not {word:?}, before {rest:?}"))
    }
}

fn read(word: &str) -> Option<Exact> {
    let plain: String = word.replace('\u{a0}', "").replace('−', "-");
    let parts: Vec<i32> = plain.split('.').filter_map(|part| part.parse().ok()).collect();
    match (plain.matches('.').count(), parts.as_slice()) {
        (2, [day, month, year]) => {
            return Day::parse_iso(&format!("{year:04}-{month:02}-{day:02}"))
                .map(|d| Exact::whole(d.serial()));
        }
        (1, [month, year]) => {
            return Day::parse_iso(&format!("{year:04}-{month:02}-01")).map(|d| Exact::whole(d.serial()));
        }
        _ => {}
    }
    if let Some((a, b)) = plain.split_once('/') {
        return Exact::parse_decimal(a)?.checked_div(&Exact::parse_decimal(b)?);
    }
    let (digits, percent) = plain.strip_suffix('%').map_or((plain.as_str(), false), |digits| (digits, true));
    let n = Exact::parse_decimal(&digits.replace(',', "."))?;
    if percent { n.checked_div(&Exact::whole(100)) } else { Some(n) }
}

fn worked_out(text: &str) -> Exact {
    let mut reader = Reader { rest: text };
    let value = reader.sum();
    assert_eq!(reader.rest.trim(), "", "{text}");
    value
}

#[test]
fn every_printed_line_of_numbers_gives_its_result_when_it_is_worked_out() {
    let mut lines = 0;
    for name in ["gmina-2025", "gmina-2024", "redziny-2019", "wrzesnia-2021"] {
        let trace = trace(name);
        let read = recalc::of_trace(&trace);
        let ground = Ground::new(&trace, &read);
        for (index, sheet) in trace.sheets.iter().enumerate() {
            for cell in &sheet.cells {
                let id = ground.node((index, cell.row, cell.column)).expect("every filled cell is a node");
                let Some(expr) = ground.formula(id) else { continue };
                let put = words::with_numbers(&ground, expr, ground.format(id));
                let Value::Number(result) = ground.value(id) else { continue };
                let again = worked_out(&put.text);
                lines += 1;
                let place = ground.place((index, cell.row, cell.column));
                if put.text.contains('≈') {
                    let far = (again - result.clone()).abs();
                    assert!(far < Exact::ratio(1, 1000).expect("not zero"), "{place}: {}", put.text);
                } else {
                    assert_eq!(again, *result, "{name} {place}: {}", put.text);
                }
            }
        }
    }
    assert!(lines > 10_000, "{lines}");
}

/// Explains all amounts of an official form.
fn official(name: &str) -> (Trace, Explanation) {
    let trace = trace(name);
    let read = recalc::of_trace(&trace);
    let ground = Ground::new(&trace, &read);
    let mut asked = Vec::new();
    for (index, sheet) in trace.sheets.iter().enumerate() {
        let official = sheet.purpose == crate::trace::Purpose::Official;
        for cell in sheet.cells.iter().filter(|_| official) {
            if let crate::trace::Held::Formula(_, Value::Number(_)) = &cell.holds {
                asked.push(((index, cell.row, cell.column), None));
            }
        }
    }
    let explanation = explain(&ground, &asked, Limits::default());
    (trace, explanation)
}

#[test]
fn every_chain_ends_in_the_input_or_in_a_marked_figure_of_the_rules() {
    for name in ["gmina-2025", "gmina-2024", "redziny-2019", "wrzesnia-2021"] {
        let (_, explanation) = official(name);
        assert_eq!(explanation.not_followed, 0);
        assert!(explanation.inputs.iter().map(|group| group.cells.len()).sum::<usize>() > 50, "{name}");
        for step in &explanation.steps {
            for row in &step.rows {
                assert!(
                    row.uses.iter().all(|used| used.is != Mark::Left),
                    "{name} {} {}",
                    step.sheet,
                    row.cell
                );
            }
        }
        for group in &explanation.inputs {
            assert!(!group.file.is_empty() && !group.sheet.is_empty(), "{name}: {}", group.label);
            assert!(
                !group.label.contains('›'),
                "{name}: a blank cell has the name of its column: {}",
                group.label
            );
        }
        for parameter in explanation.parameters.iter().filter(|p| p.at.sheet == "Parametry") {
            assert!(
                !parameter.mark.is_empty() && !parameter.source.is_empty(),
                "{name}: {}",
                parameter.label
            );
        }
    }
}

#[test]
fn the_same_is_told_from_the_tables_and_from_the_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    let job = Job { inputs: vec![sample("gmina-2025")], ..Job::default() };
    let mut run = pipeline::run(&job).expect("the sample is read");
    let forms = crate::forms::Forms::built_in();
    let papers = pipeline::papers(&mut run, &forms, false).expect("sound").expect("figures");
    papers.write(&file, false).expect("written");
    let whose =
        pipeline::explaining::Whose { assistant: "a01".into(), month: crate::units::Month::new(2025, 3) };
    let tables = pipeline::explaining::in_tables(&job, None, &whose, Limits::default()).expect("explained");
    let book = pipeline::explaining::in_workbook(std::slice::from_ref(&file), &whose, Limits::default());
    let book = book.expect("explained").expect("a workbook with a trace");
    assert_eq!(tables, book);
    assert!(book.asked.iter().any(|asked| asked.what.as_deref() == Some("supplement_co_financing")));
    assert!(book.changed.is_empty());
}
