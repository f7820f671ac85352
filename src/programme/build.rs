//! Tree of a rules file → [`Programme`]. The vocabulary stands in `programmes/README.md`.
//!
//! Everything not listed here is refused. Nothing is filled in from another edition.

pub mod readings;

use readings::{figure_or_reading, fitting, in_force, readings};

use super::asked::Asked;
use super::given::{HOURS, MONEY};
use super::law::Law;
use super::load;
use super::reader::{Context, Fields, OpenAs, budget_code, days, decimals, money};
use super::readings::{LevelNotGiven, Readiness, ServicePost, Switch};
use super::refusal::{ProgrammeError, Refusal};
use super::when::{What, When};
use super::{
    About, Component, ContractShare, Deadline, Figure, National, OpenFigure, Origin, OwnShareScope,
    Programme, Reading, Round, WageBase,
};
use crate::digest::sha256_hex;
use crate::finding::Fact;
use crate::records::{ContractForm, HalfYear, Position};
use crate::units::{Day, DayRange, Exact, Month};

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    WageShareUnderCeiling,
    WageShare,
    OneOffSupplement,
    MonthlySupplement,
    FundedSupplement,
}

/// The closed list of components. A new one needs code in `settlement` and a paragraph in `programmes/README.md`.
const KINDS: [(&str, Kind); 5] = [
    ("wage-share-under-ceiling", Kind::WageShareUnderCeiling),
    ("wage-share", Kind::WageShare),
    ("one-off-supplement", Kind::OneOffSupplement),
    ("monthly-supplement", Kind::MonthlySupplement),
    ("funded-supplement", Kind::FundedSupplement),
];

fn components(root: &Fields<'_>, period: Option<DayRange>, open: &[Reading]) -> Option<Vec<Component>> {
    let tables = root.tables("component");
    if tables.is_empty() {
        root.refuse(
            "component",
            "rules-no-component",
            &[("accepted", &KINDS.map(|(word, _)| word).join(", "))],
        );
    }
    let mut seen: Vec<bool> = Vec::new();
    let mut components = Vec::new();
    for table in &tables {
        let Some(kind) = table.word("kind", &KINDS) else { continue };
        // The forms know one supplement and one part for the cost of employment.
        let supplement = !matches!(kind, Kind::WageShareUnderCeiling | Kind::WageShare);
        if seen.contains(&supplement) {
            let word = table.text("kind").unwrap_or_default();
            table.refuse("kind", "rules-component-twice", &[("seen", word)]);
        }
        seen.push(supplement);
        let component = match kind {
            Kind::WageShareUnderCeiling => wage_share_under_ceiling(table, open),
            Kind::WageShare => wage_share(table, period, open),
            Kind::OneOffSupplement => one_off_supplement(table, period, open),
            Kind::MonthlySupplement => monthly_supplement(table, open),
            Kind::FundedSupplement => funded_supplement(table),
        };
        table.done();
        components.extend(component);
    }
    components.sort_by_key(|component: &Component| !component.is_supplement());
    (components.len() == tables.len() && !tables.is_empty()).then_some(components)
}

const AMOUNT: OpenAs<'static> = OpenAs { name: "supplement.amount", needed_by: None };

fn wage_share_under_ceiling(table: &Fields<'_>, open: &[Reading]) -> Option<Component> {
    let base = figure_or_reading::<WageBase>(table, "base", open);
    let contracts = table.tables("contract");
    if contracts.is_empty() {
        table.refuse("contract", "rules-no-contract", &[]);
    }
    let mut by_contract: Vec<ContractShare> = Vec::new();
    for contract in &contracts {
        let Some(rule) = contract_share(contract) else { continue };
        if by_contract.iter().any(|other| (other.position, other.form) == (rule.position, rule.form)) {
            contract.refuse("form", "rules-contract-twice", &[]);
        }
        by_contract.push(rule);
    }
    let complete = by_contract.len() == contracts.len() && !contracts.is_empty();
    let hired_from = table.optional_figure("hired_from", Day::parse_iso, "2012-03-22");
    let base = base?;
    complete.then_some(Component::WageShareUnderCeiling { base, by_contract, hired_from })
}

/// Share and ceiling of one position and form; a position that is not named is the assistant's.
fn contract_share(contract: &Fields<'_>) -> Option<ContractShare> {
    let positions = [("assistant", Position::Assistant), ("coordinator", Position::Coordinator)];
    let position = match contract.optional("position") {
        Some(_) => contract.word("position", &positions),
        None => Some(Position::Assistant),
    };
    let forms = [("employment", ContractForm::Employment), ("service", ContractForm::Service)];
    let form = contract.word("form", &forms);
    let who = position.zip(form);
    let name = |key| who.map_or_else(String::new, |(p, f)| OpenFigure::of_contract(p, f, key));
    let (share, ceiling) = (name("share"), name("ceiling"));
    let share = contract.share("share", "wage-cost", OpenAs { name: &share, needed_by: who });
    let ceiling = contract.known_or_open("ceiling", &MONEY, OpenAs { name: &ceiling, needed_by: who });
    contract.done();
    let (position, form) = who?;
    Some(ContractShare { position, form, share: share?, ceiling: ceiling? })
}

fn wage_share(table: &Fields<'_>, period: Option<DayRange>, open: &[Reading]) -> Option<Component> {
    let base = figure_or_reading::<WageBase>(table, "base", open);
    let ceiling = table.share("share", "wage-cost", OpenAs::named("wages.share"));
    let months = table.optional("months").and_then(|_| table.range_figure("months")).map(|f| f.value);
    if months.zip(period).is_some_and(|(months, period)| period.overlap(&months) != Some(months)) {
        table.refuse("months", "rules-months-outside-period", &[]);
    }
    if months.is_some_and(|m| m.first.of_month() != 1 || m.last.plus_days(1).of_month() != 1) {
        table.refuse("months", "rules-months-not-whole", &[]);
    }
    let seen =
        table.optional("seen").and_then(|_| table.share("seen", "wage-cost", OpenAs::named("wages.seen")));
    let left_open = open.iter().any(|reading| reading.name == LevelNotGiven::NAME);
    if seen.is_some() != left_open && !table.doubts_readings() {
        table.refuse("seen", "rules-seen-without-reading", &[("reading", LevelNotGiven::NAME)]);
    }
    Some(Component::WageShare { base: base?, ceiling: ceiling?, seen, months })
}

fn one_off_supplement(table: &Fields<'_>, period: Option<DayRange>, open: &[Reading]) -> Option<Component> {
    let amount = table.known_or_open("amount", &MONEY, AMOUNT);
    let reference_day = table.figure("reference_day", Day::parse_iso, "2023-11-22");
    if reference_day.as_ref().zip(period).is_some_and(|(day, period)| !period.contains(day.value)) {
        table.refuse("reference_day", "rules-day-outside-period", &[]);
    }
    let still_employed = table.optional("still_employed").and_then(|_| table.range_figure("still_employed"));
    let outside =
        |days: &Figure<DayRange>| period.is_some_and(|p| p.overlap(&days.value) != Some(days.value));
    if still_employed.as_ref().is_some_and(outside) {
        table.refuse("still_employed", "rules-day-outside-period", &[]);
    }
    let share_of_cost = table.share("share", "supplement-cost", OpenAs::named("supplement.share"));
    let own_share_scope = figure_or_reading::<OwnShareScope>(table, "own_share_measured", open);
    let fte_decimals = table.optional_figure("post_decimals", decimals, "2 decimals");
    let words = [("required", true), ("not-required", false)];
    let stated = table.optional("readiness").and_then(|_| table.word_figure("readiness", &words));
    let left_open = open.iter().find(|reading| reading.name == Readiness::NAME);
    if stated.is_some() && left_open.is_some() {
        let facts = [("seen", "readiness"), ("reading", Readiness::NAME)];
        table.refuse("readiness", "rules-figure-and-reading", &facts);
    }
    let readiness = left_open.and_then(in_force::<Readiness>).map(|f| f.value == Readiness::Required);
    Some(Component::OneOffSupplement {
        amount: amount?,
        reference_day: reference_day?,
        still_employed,
        share_of_cost: share_of_cost?,
        own_share_scope: own_share_scope?,
        fte_decimals,
        readiness: readiness.unwrap_or_else(|| stated.is_some_and(|figure| figure.value)),
    })
}

fn monthly_supplement(table: &Fields<'_>, open: &[Reading]) -> Option<Component> {
    let amount = table.known_or_open("amount", &MONEY, AMOUNT);
    let hours = table.known_or_open("hours", &HOURS, OpenAs::named("supplement.hours"));
    let yearly = table.optional_figure("yearly", money, "2400.00 PLN");
    // The settlement limits each month: a lower sum for the year would be printed and not kept.
    let months = amount.as_ref().map(|a| Exact::whole(12) * a.value.to_exact());
    if let (Some(year), Some(months)) = (&yearly, months)
        && year.value.to_exact() < months
    {
        table.refuse("yearly", "rules-yearly-below-months", &[]);
    }
    let share_of_cost = table.share("share", "supplement-cost", OpenAs::named("supplement.share"));
    let own_share_scope = figure_or_reading::<OwnShareScope>(table, "own_share_measured", open);
    Some(Component::MonthlySupplement {
        amount: amount?,
        hours: hours?,
        yearly,
        share_of_cost: share_of_cost?,
        own_share_scope: own_share_scope?,
    })
}

fn funded_supplement(table: &Fields<'_>) -> Option<Component> {
    Some(Component::FundedSupplement { amount: table.known_or_open("amount", &MONEY, AMOUNT)? })
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
