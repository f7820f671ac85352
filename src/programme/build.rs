//! Tree of a rules file → [`Programme`]. The vocabulary stands in `programmes/README.md`.
//!
//! Everything not listed here is refused. Nothing is filled in from another edition.

mod components;
pub mod readings;

use components::components;
use readings::{fitting, in_force, readings};

use super::asked::Asked;
use super::law::Law;
use super::load;
use super::reader::{Context, Fields, budget_code, days};
use super::readings::{ServicePost, Switch};
use super::refusal::{ProgrammeError, Refusal};
use super::when::{What, When};
use super::{About, Deadline, Figure, National, Origin, Programme, Reading, Round};
use crate::digest::sha256_hex;
use crate::finding::Fact;
use crate::records::HalfYear;
use crate::units::{Day, DayRange, Month};

/// Builds the edition of a rules file and its `law.md`, or says everything that is wrong with it.
///
/// `file` names the rules file in messages.
pub fn edition(file: &str, rules: &str, law: &str) -> Result<(Programme, About), ProgrammeError> {
    let root = load::parse(rules).map_err(|error| {
        ProgrammeError::Refused(vec![Refusal {
            file: file.to_owned(),
            line: error.line,
            key: error.key,
            problem: error.problem,
            facts: vec![("reason", Fact::Text(error.message))],
        }])
    })?;
    let law = Law::parse(law);
    let context = Context::new(file, &law);
    let mut built = Fields::new(&context, "", &root).and_then(|fields| read(&fields, rules));
    if let Some((programme, _)) = &mut built {
        programme.open = context.take_open();
    }
    let mut refusals = context.into_refusals();
    refusals.extend(law.repeated().iter().map(|(label, line)| Refusal {
        file: file.replace("programme.toml", "law.md"),
        line: *line,
        key: label.clone(),
        problem: "rules-label-twice",
        facts: Vec::new(),
    }));
    match built {
        Some(edition) if refusals.is_empty() => Ok(edition),
        _ => Err(ProgrammeError::Refused(refusals)),
    }
}

/// The result counts only where nothing was refused: a wrong optional part is refused and looks absent.
///
/// Every part is read before any absence ends the reading, so that all faults are told at once.
fn read(root: &Fields<'_>, rules: &str) -> Option<(Programme, About)> {
    let (id, title, act, form) = (root.text("id"), root.text("title"), root.text("act"), root.text("form"));
    let role = root.word("role", &[("main", false), ("sibling", true)]);
    let period = root.range_figure("period");
    let settled = settled(root, period.as_ref().map(|p| p.value));
    let payment_deadline = root.figure("payment_deadline", Day::parse_iso, "2025-12-31");
    if payment_deadline.as_ref().zip(period.as_ref()).is_some_and(|(day, p)| day.value < p.value.first) {
        root.refuse("payment_deadline", "rules-deadline-before-period", &[]);
    }
    let report_days = root.optional_figure("report_days", days, "30 days");
    let return_days = root.optional_figure("return_days", days, "15 days");
    let readings = readings(root);
    let open = readings.as_deref().unwrap_or_default();
    let service_fte_from_hours = service_post(root, open);
    let revenue_paragraph = root.figure("revenue_paragraph", budget_code, "2690");
    let division = root.figure("division", budget_code, "855");
    let chapter = root.figure("chapter", budget_code, "85504");
    if let Some(day) = period.as_ref().map(|p| p.value.first) {
        classified(root, day, [&revenue_paragraph, &division, &chapter]);
    }
    let tops_up = root.optional_figure("tops_up", |id| Some(id.to_owned()), "asystent-rodziny-2012-1");
    let rounds = rounds(root, period.as_ref().map(|p| p.value));
    let components = components(root, period.as_ref().map(|p| p.value), open);
    // In a file with other faults a component may be missing, and every reading would look out of place.
    if let (Some(components), Some(readings)) = (&components, &readings)
        && root.sound()
    {
        fitting(root, components, rounds.as_ref().map_or(1, Vec::len), readings);
    }
    let about = about(root);
    if let (Some(about), Some(rounds)) = (&about, &rounds) {
        told_once(root, about, rounds);
    }
    root.done();
    settled?;
    let programme = Programme {
        id: id?.to_owned(),
        title: title?.to_owned(),
        act: act?.to_owned(),
        period: period?,
        payment_deadline: payment_deadline?,
        report_days,
        return_days,
        components: components?,
        rounds: rounds?,
        service_fte_from_hours,
        sibling: role?,
        revenue_paragraph: revenue_paragraph?,
        division: division?,
        chapter: chapter?,
        form: form?.to_owned(),
        readings: readings?,
        open: Vec::new(),
        tops_up,
        digest: sha256_hex(rules.as_bytes()),
        origin: Origin::default(),
        asked: Asked::default(),
    };
    Some((programme, about?))
}

/// Refuses codes that the budget classification of the edition's first day does not have; where the classification was
/// not read nothing is refused.
fn classified(root: &Fields<'_>, day: Day, codes: [&Option<Figure<String>>; 3]) {
    use super::national::Classification as Which;
    let national = National::built_in();
    let known: [(&str, &[Which]); 3] = [
        ("revenue_paragraph", &[Which::LabourFundRevenue, Which::StateBudgetRevenue]),
        ("division", &[Which::Division]),
        ("chapter", &[Which::Chapter]),
    ];
    for ((key, which), code) in known.into_iter().zip(codes) {
        let accepted: Vec<String> =
            which.iter().filter_map(|w| national.classification(*w, day)).map(|f| f.value).collect();
        let Some(code) = code else { continue };
        if !accepted.is_empty() && !accepted.contains(&code.value) {
            let facts = [("seen", code.value.as_str()), ("accepted", &accepted.join(", "))];
            root.refuse(key, "rules-code-not-classified", &facts);
        }
    }
}

/// The file says how the edition is settled, so that nobody makes one of several years without meaning it.
fn settled(root: &Fields<'_>, period: Option<DayRange>) -> Option<()> {
    let yearly = root.word("settled", &[("whole-period", false), ("calendar-year", true)])?;
    let several = period.is_some_and(|p| p.first.month().year != p.last.month().year);
    if period.is_some() && yearly != several {
        root.refuse("settled", "rules-settled-against-period", &[]);
    }
    Some(())
}

fn about(root: &Fields<'_>) -> Option<About> {
    let words = |text: &str| Some(text.to_owned());
    let who = root.figure("who", words, "…");
    let tables = root.tables("deadline");
    let mut deadlines = Vec::new();
    for table in &tables {
        let (event, term) = (table.text("event"), table.cited_or_unknown(table.read("term", words, "…")));
        let what = table.optional("is").map_or(Some(What::Other), |_| table.word("is", &What::WORDS));
        let half_year = table.optional("half_year").and_then(|_| {
            table.word("half_year", &[("I-VI", HalfYear::First), ("VII-XII", HalfYear::Second)])
        });
        let when = table.optional("when").and_then(|_| table.read("when", When::parse, When::EXAMPLE));
        table.done();
        let (Some(event), Some(term), Some(what)) = (event, term, what) else { continue };
        deadlines.push(Deadline { event: event.to_owned(), term, what, half_year, when });
    }
    let who = who?;
    (deadlines.len() == tables.len()).then_some(About { who, deadlines })
}

/// Refuses a computed term beside the figure of the round that holds the same deadline: one of the two would be
/// forgotten when the other is corrected.
fn told_once(root: &Fields<'_>, about: &About, rounds: &[Round]) {
    for deadline in about.deadlines.iter().filter(|d| d.when.is_some()) {
        let of_round = |round: &&Round| deadline.half_year.is_none() || round.half_year == deadline.half_year;
        let twice = rounds.iter().filter(of_round).any(|round| match deadline.what {
            What::Request => round.request_until.is_some(),
            What::Report => round.report_days.is_some() && deadline.half_year.is_some(),
            _ => false,
        });
        let figure = match deadline.what {
            What::Payment => Some("payment_deadline"),
            What::Report if deadline.half_year.is_none() => {
                root.optional("report_days").map(|_| "report_days")
            }
            What::Return => root.optional("return_days").map(|_| "return_days"),
            _ => twice.then_some("round"),
        };
        if let Some(figure) = figure {
            let facts = [("seen", deadline.event.as_str()), ("figure", figure)];
            root.refuse("deadline", "rules-deadline-and-figure", &facts);
        }
    }
}

/// Returns how a service contract's post is found; none inside where the programme does not cover such contracts.
fn service_post(root: &Fields<'_>, open: &[Reading]) -> Option<Figure<bool>> {
    if let Some(reading) = open.iter().find(|reading| reading.name == ServicePost::NAME) {
        if root.optional("service_post").is_some() {
            let facts = [("seen", "service_post"), ("reading", ServicePost::NAME)];
            root.refuse("service_post", "rules-figure-and-reading", &facts);
        }
        let Figure { value, mark, source, law } = in_force::<ServicePost>(reading)?;
        return Some(Figure { value: value == ServicePost::HoursOfMonth, mark, source, law });
    }
    if root.optional("service_post").is_none() && root.doubts_readings() {
        return None;
    }
    let words = [("contract", Some(false)), ("hours-of-month", Some(true)), ("not-covered", None)];
    let Figure { value, mark, source, law } = root.word_figure("service_post", &words)?;
    value.map(|value| Figure { value, mark, source, law })
}

fn rounds(root: &Fields<'_>, period: Option<DayRange>) -> Option<Vec<Round>> {
    let tables = root.tables("round");
    if tables.is_empty() {
        root.refuse("round", "rules-no-round", &[]);
    }
    let mut rounds: Vec<Round> = Vec::new();
    let mut complete = true;
    for table in &tables {
        let half_year = table.word(
            "half_year",
            &[("I-VI", Some(HalfYear::First)), ("VII-XII", Some(HalfYear::Second)), ("none", None)],
        );
        let range = table.cited(table.range());
        let request_until = table.optional_figure("request_until", Day::parse_iso, "2024-06-30");
        let report_days = table.optional_figure("report_days", days, "30 days");
        table.done();
        let (Some(half_year), Some(range)) = (half_year, range) else {
            complete = false;
            continue;
        };
        let range = range.value;
        if period.is_some_and(|p| p.overlap(&range) != Some(range)) {
            table.refuse("last", "rules-round-outside-period", &[]);
        }
        let fits = |month: Month| match half_year {
            Some(HalfYear::First) => month.number <= 6,
            Some(HalfYear::Second) => month.number > 6,
            None => true,
        };
        let one_year = range.first.month().year == range.last.month().year;
        if half_year.is_some() && !(one_year && fits(range.first.month()) && fits(range.last.month())) {
            let days = format!("{}..{}", range.first, range.last);
            table.refuse("half_year", "rules-half-year-against-days", &[("days", &days)]);
        }
        if let Some(other) = rounds.iter().find(|r| r.period.overlap(&range).is_some()) {
            let other = format!("{}..{}", other.period.first, other.period.last);
            table.refuse("first", "rules-rounds-overlap", &[("other", &other)]);
        }
        let told_apart = half_year.is_some() && rounds.iter().all(|other| other.half_year != half_year);
        if tables.len() > 1 && !told_apart {
            table.refuse("half_year", "rules-rounds-not-told-apart", &[]);
        }
        rounds.push(Round { half_year, period: range, request_until, report_days });
    }
    rounds.sort_by_key(|round| round.period.first);
    if let Some(period) = period.filter(|_| complete && !rounds.is_empty()) {
        let days: i64 = rounds.iter().map(|round| round.period.len()).sum();
        // Overlaps and days outside were told above; here a day is missing.
        if days < period.len() {
            root.refuse("round", "rules-rounds-leave-gap", &[]);
        }
    }
    (complete && !rounds.is_empty()).then_some(rounds)
}

/// Returns the refusal of a rules file whose `id` is not the name of its folder.
pub fn wrong_id(file: &str, rules: &str, seen: &str, folder: &str) -> ProgrammeError {
    let line = rules.lines().position(|line| line.starts_with("id")).map_or(1, |index| index + 1);
    let fact = |text: &str| Fact::Text(text.to_owned());
    ProgrammeError::Refused(vec![Refusal {
        file: file.to_owned(),
        line,
        key: "id".to_owned(),
        problem: "rules-id-is-not-folder",
        facts: vec![("seen", fact(seen)), ("folder", fact(folder))],
    }])
}
