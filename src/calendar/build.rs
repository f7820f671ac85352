//! Rules, facts and days given → entries.

use super::{Calendar, Entry, Events, Free, Rule};
use crate::checks::scope::Scope;
use crate::checks::terms;
use crate::programme::readings::{DaysCounted, Switch};
use crate::programme::when::{Event, What, When};
use crate::programme::yearly_duties::Who;
use crate::programme::{About, Component, Deadline, Figure, Mark, Programme};
use crate::records::HalfYear;
use crate::units::{Day, DayRange};

/// What a calendar is made for.
pub struct Asked<'a> {
    /// The facts and rules; of an empty submission where no data was given.
    pub scope: &'a Scope<'a>,
    /// What the edition says beside its figures.
    pub about: &'a About,
    /// Days given with the command; they win over those of the data and of the rules.
    pub events: &'a Events,
    /// Day from which days left are counted; none: not counted.
    pub as_of: Option<Day>,
}

/// Returns every date of the edition that concerns the days settled.
pub fn calendar(asked: &Asked<'_>) -> Calendar {
    let programme = asked.scope.programme;
    let mut build = Build { asked, entries: Vec::new() };
    build.of_the_rules();
    build.reference_days();
    build.requests_and_reports_of_rounds();
    build.payment();
    build.return_and_report();
    build.of_the_statute();
    let mut entries = build.entries;
    for entry in &mut entries {
        finish(entry, asked);
    }
    entries.sort_by_key(|entry| (entry.binding.is_none(), entry.binding));
    let known = programme.readings.iter().any(|reading| reading.name == DaysCounted::NAME);
    Calendar {
        id: programme.id.clone(),
        title: programme.title.clone(),
        moves: known.then(|| programme.reads::<DaysCounted>() == DaysCounted::NextWorkingDay),
        as_of: asked.as_of,
        entries,
    }
}

struct Build<'a> {
    asked: &'a Asked<'a>,
    entries: Vec<Entry>,
}

/// What is known of the day of an event.
struct EventDay {
    day: Day,
    mark: Mark,
    latest: bool,
}

impl<'a> Build<'a> {
    fn programme(&self) -> &'a Programme {
        self.asked.scope.programme
    }

    /// The years settled, one after another.
    fn years(&self) -> std::ops::RangeInclusive<i32> {
        let period = self.asked.scope.period;
        period.first.month().year..=period.last.month().year
    }

    /// The year of an entry, told only where the edition is settled by calendar year.
    fn year(&self, year: i32) -> Option<i32> {
        self.programme().settled_yearly().then_some(year)
    }

    /// Adds an entry that nothing else is known of yet.
    fn add(&mut self, what: What, rule: Rule, day: Option<Day>, mark: Mark, source: &str) -> &mut Entry {
        let who = match what {
            What::VoivodeRequest | What::VoivodeReport => Who::Voivode,
            _ => Who::Municipality,
        };
        self.entries.push(Entry {
            what,
            who,
            half_year: None,
            year: None,
            event: None,
            rule,
            day,
            binding: None,
            missing: None,
            own: None,
            done: None,
            free: None,
            left: None,
            mark,
            source: source.to_owned(),
        });
        self.entries.last_mut().expect("an entry was pushed just now")
    }

    fn of_the_rules(&mut self) {
        let (asked, programme) = (self.asked, self.programme());
        for deadline in asked.about.deadlines.iter().filter(|d| !held_by_a_figure(programme, d)) {
            let given = self.given(deadline);
            match (deadline.when, given) {
                (_, Some(day)) => self.told(deadline, Rule::OwnDay, Some(day)).mark = Mark::Confirmed,
                (Some(When::NextYear(month, day)), None) => self.yearly(deadline, month, day),
                (Some(When::On(day)), None) => {
                    self.told(deadline, Rule::Fixed, Some(day));
                }
                (Some(When::After { event, days, working }), None) => {
                    self.counted(deadline, event, days, working);
                }
                (None, None) => {
                    self.told(deadline, Rule::Words(deadline.term.value.clone()), None);
                }
            }
        }
    }

    /// The day given with the command for a deadline that is itself an event.
    fn given(&self, deadline: &Deadline) -> Option<Day> {
        let event = match deadline.what {
            What::Announcement => Event::Announcement,
            What::Award => Event::Award,
            _ => return None,
        };
        self.asked.events.get(&(event, deadline.half_year)).copied()
    }

    fn yearly(&mut self, deadline: &Deadline, month: u32, day: u32) {
        let agreement = &self.asked.scope.facts.agreement;
        let own = match deadline.what {
            What::FinalInformation => agreement.report_deadline.as_ref(),
            What::Return => agreement.return_deadline.as_ref(),
            _ => None,
        };
        for year in self.years() {
            let (told, due) = (self.year(year), Day::new(year + 1, month, day));
            let entry = self.told(deadline, Rule::Yearly, due);
            (entry.year, entry.own) = (told, own.map(|d| d.value));
        }
    }

    fn told(&mut self, deadline: &Deadline, rule: Rule, day: Option<Day>) -> &mut Entry {
        let scope = self.asked.scope;
        let done = match deadline.what {
            What::Request => terms::own_request(scope, deadline.half_year),
            What::Contract => scope.facts.agreement.agreement_day.as_ref(),
            _ => None,
        };
        let term = &deadline.term;
        let entry = self.add(deadline.what, rule, day, term.mark, &term.source);
        entry.event = Some(deadline.event.clone());
        entry.half_year = deadline.half_year;
        entry.done = done.map(|day| day.value);
        entry
    }

    fn counted(&mut self, deadline: &Deadline, event: Event, days: u32, working: bool) {
        let from = self.event(event, deadline.half_year);
        let calendar = self.asked.scope.national.calendar();
        let day = from.as_ref().and_then(|from| When::last_day(calendar, from.day, days, working));
        let latest = from.as_ref().is_some_and(|e| e.latest);
        let rule = Rule::Counted { event, days, working, from: from.as_ref().map(|e| e.day), latest };
        let entry = self.told(deadline, rule, day);
        entry.missing = from.is_none().then_some(event);
        entry.mark = from.map_or(entry.mark, |e| e.mark.max(entry.mark));
    }

    /// The day of an event: as given, as the data has it, or as the rules have it.
    fn event(&self, event: Event, half_year: Option<HalfYear>) -> Option<EventDay> {
        let sure = |day| EventDay { day, mark: Mark::Confirmed, latest: false };
        let given = self.asked.events.get(&(event, half_year)).or(self.asked.events.get(&(event, None)));
        if let Some(day) = given {
            return Some(sure(*day));
        }
        let scope = self.asked.scope;
        let of_rules = |what| {
            let mut own =
                self.asked.about.deadlines.iter().filter(|d| d.what == what && d.half_year == half_year);
            own.find_map(|d| match d.when {
                Some(When::On(day)) => Some(EventDay { day, mark: d.term.mark, latest: false }),
                _ => None,
            })
        };
        match event {
            Event::Announcement => of_rules(What::Announcement),
            Event::Award => of_rules(What::Award),
            Event::RequestUntil => {
                let until = terms::round(scope.programme, half_year)?.request_until.as_ref()?;
                Some(EventDay { day: until.value, mark: until.mark, latest: false })
            }
            Event::Money => terms::money_came(scope, half_year).map(|day| sure(day.value)),
            Event::Completion => {
                let own = scope.facts.agreement.completion_day.as_ref();
                let latest = EventDay { day: scope.deadline, mark: Mark::Assumed, latest: true };
                Some(own.map_or(latest, |day| sure(day.value)))
            }
        }
    }

    /// The day on which an assistant must be employed: of the edition, or of the municipality's own request.
    fn reference_days(&mut self) {
        let scope = self.asked.scope;
        for component in &scope.programme.components {
            match component {
                Component::OneOffSupplement { reference_day, .. } => {
                    let Figure { value, mark, source, .. } = reference_day;
                    self.add(What::ReferenceDay, Rule::Fixed, Some(*value), *mark, source);
                }
                Component::MonthlySupplement { amount, .. } => {
                    for (half_year, _) in scope.rounds() {
                        let day = scope.request_day(half_year);
                        let (mark, source) = (amount.mark, &amount.source);
                        let entry = self.add(What::ReferenceDay, Rule::OwnDay, day, mark, source);
                        entry.half_year = half_year;
                    }
                }
                _ => {}
            }
        }
    }

    fn requests_and_reports_of_rounds(&mut self) {
        let scope = self.asked.scope;
        for (half_year, _) in scope.rounds() {
            let Some(round) = terms::round(scope.programme, half_year) else { continue };
            if let Some(until) = &round.request_until {
                let words = self.words_of(What::Request, half_year);
                let done = terms::own_request(scope, half_year).map(|day| day.value);
                let (mark, source) = (until.mark, &until.source);
                let entry = self.add(What::Request, Rule::Fixed, Some(until.value), mark, source);
                (entry.half_year, entry.event, entry.done) = (half_year, words, done);
            }
            if let Some(days) = &round.report_days {
                let words = self.words_of(What::Report, half_year);
                let from = self.event(Event::Money, half_year);
                let entry = self.days_after(What::Report, Event::Money, days, from);
                (entry.half_year, entry.event) = (half_year, words);
            }
        }
    }

    /// Words of the rules file for a deadline whose day a figure holds.
    fn words_of(&self, what: What, half_year: Option<HalfYear>) -> Option<String> {
        let deadlines = &self.asked.about.deadlines;
        let own = deadlines.iter().find(|d| d.what == what && d.half_year == half_year && d.when.is_none());
        own.map(|d| d.event.clone())
    }

    fn days_after(
        &mut self,
        what: What,
        event: Event,
        days: &Figure<u32>,
        from: Option<EventDay>,
    ) -> &mut Entry {
        let day = from.as_ref().map(|from| from.day.plus_days(i64::from(days.value)));
        let mark = from.as_ref().map_or(days.mark, |e| e.mark.max(days.mark));
        let latest = from.as_ref().is_some_and(|e| e.latest);
        let from = from.map(|e| e.day);
        let rule = Rule::Counted { event, days: days.value, working: false, from, latest };
        let entry = self.add(what, rule, day, mark, &days.source);
        entry.missing = from.is_none().then_some(event);
        entry
    }

    /// The last day of payment, of every year where each is settled by itself; and the contract's day of completion.
    fn payment(&mut self) {
        let scope = self.asked.scope;
        let agreement = &scope.facts.agreement;
        let own = agreement.payment_deadline.as_ref().map(|d| d.value);
        for year in self.years() {
            let settled = Day::new(year, 1, 1).zip(Day::new(year, 12, 31));
            let settled = settled.and_then(|(first, last)| DayRange::new(first, last));
            let payment = scope.programme.payment_deadline_for(settled.unwrap_or(scope.period));
            let (told, day) = (self.year(year), Some(payment.value));
            let entry = self.add(What::Payment, Rule::Fixed, day, payment.mark, &payment.source);
            (entry.year, entry.own) = (told, own);
        }
        if let Some(day) = &agreement.completion_day {
            self.add(What::Completion, Rule::OwnDay, Some(day.value), Mark::Confirmed, "");
        }
    }

    fn return_and_report(&mut self) {
        let scope = self.asked.scope;
        let agreement = &scope.facts.agreement;
        let ends = [
            (What::Return, &scope.programme.return_days, &agreement.return_deadline),
            (What::Report, &scope.programme.report_days, &agreement.report_deadline),
        ];
        for (what, days, own) in ends {
            let entry = match days {
                Some(days) => {
                    let from = self.event(Event::Completion, None);
                    self.days_after(what, Event::Completion, days, from)
                }
                // An edition settled by calendar year names its yearly days among the deadlines.
                None if scope.programme.settled_yearly() => continue,
                None => self.add(what, Rule::Contract, None, Mark::Unknown, ""),
            };
            entry.own = own.as_ref().map(|d| d.value);
        }
    }

    fn of_the_statute(&mut self) {
        let duties = self.asked.scope.national.yearly_duties();
        for year in self.years() {
            for duty in &duties.duties {
                let Some(day) = duty.due(year) else { continue };
                let checked = duties.checked_up_to.is_some_and(|checked| day <= checked);
                let mark = if checked { duty.mark } else { duty.mark.max(Mark::Assumed) };
                let entry = self.add(What::Statute, Rule::Yearly, Some(day), mark, &duty.source);
                (entry.who, entry.event, entry.year) = (duty.who, Some(duty.event.clone()), Some(year));
            }
        }
    }
}

/// Is the day of this deadline a figure of the edition, told from there?
fn held_by_a_figure(programme: &Programme, deadline: &Deadline) -> bool {
    let round = terms::round(programme, deadline.half_year);
    match deadline.what {
        What::Request => round.is_some_and(|r| r.request_until.is_some()),
        What::Report => round.is_some_and(|r| r.report_days.is_some()),
        _ => false,
    }
}

/// Puts in what follows from the day: the reading, the contract's own term, days free of work, days left.
fn finish(entry: &mut Entry, asked: &Asked<'_>) {
    let scope = asked.scope;
    // What happened is no term: nothing moves it, and there is nothing left to wait for. A payment counts on its day.
    let happened =
        matches!(entry.what, What::Announcement | What::ReferenceDay | What::Award | What::Completion);
    let fixed = happened || entry.what == What::Payment;
    let moved = |day: Day| if fixed { day } else { terms::moved(scope, day) };
    let (text, own) = (entry.day.map(moved), entry.own.map(moved));
    entry.binding = match entry.what {
        // The contract's last day of payment wins, as in every settlement; of other terms the earliest binds.
        What::Payment => own.or(text),
        _ => [text, own].into_iter().flatten().min(),
    };
    let shown = if own.is_some() { entry.binding } else { entry.day };
    entry.free = shown.filter(|_| !happened).and_then(|day| free(scope, day));
    let waits = entry.done.is_none() && !happened;
    entry.left = match (asked.as_of, entry.binding) {
        (Some(as_of), Some(day)) if waits => Some(day.serial() - as_of.serial()),
        _ => None,
    };
}

fn free(scope: &Scope, day: Day) -> Option<Free> {
    let next_working = scope.national.calendar().working_day_from(day);
    let holiday = scope.national.calendar().holiday(day).map(|holiday| holiday.name.clone());
    (next_working != day).then_some(Free { holiday, next_working })
}
