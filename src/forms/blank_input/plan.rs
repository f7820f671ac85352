//! The workbook of a plan: assumptions with what is announced filled in, raises, changes of staff.
//!
//! Nothing is computed here. An announced figure is written with its source; what nobody has announced stays blank and the
//! newest known stands beside it, to be taken over or not.

use super::{EXAMPLE, Wants, format, table};
use crate::calc::Format;
use crate::grid::{Book, Content, Role, Sheet, Validation};
use crate::programme::coming::Coming;
use crate::programme::rules::Programme;
use crate::programme::{Component, National};
use crate::records::plan::{PLAN_FIGURES, PlanFigure};
use crate::records::schema::{self, ColumnSchema, Kind, Presence, TableId};
use crate::units::{DayRange, Exact};

/// Returns the workbook of a plan for a year; nothing for a year outside the calendar.
pub fn plan_book(programme: &Programme, year: i32) -> Option<Book> {
    let period = DayRange::of_year(year)?;
    let wants = Wants::of(programme);
    let sheets = vec![
        instruction(programme, year),
        figures(programme, year),
        table(TableId::PlanRaises, &wants, period),
        table(TableId::PlanStaff, &wants, period),
    ];
    let title = format!("Plan na {year} r.: {}", programme.for_year(year).title);
    Some(Book { title, created: period.first, sheets })
}

/// Every row has one cell only, so that no row can be taken for a header row.
fn instruction(programme: &Programme, year: i32) -> Sheet {
    let mut sheet = Sheet::named("Instrukcja");
    sheet.widths.insert(0, 115);
    let rules = if programme.covers_year(year) {
        format!("Zasady: {} obejmuje {year} r.", programme.title)
    } else {
        format!(
            "ZAŁOŻENIE: na {year} r. prognoza przyjmie zasady edycji {}, która jest edycją innego roku.",
            programme.id
        )
    };
    let lines = [
        (Role::Title, format!("Plan na {year} r.")),
        (Role::Subtitle, programme.title.clone()),
        (Role::Subtitle, rules),
        (Role::Section, "Jak wypełnić".to_owned()),
        (Role::Subtitle, "1. Plan mówi tylko o tym, co się zmieni. Kto dziś pracuje na umowie bez końca albo z końcem po 1 stycznia, jest w prognozie bez wpisywania, z wynagrodzeniem z ostatniego pełnego miesiąca.".to_owned()),
        (Role::Subtitle, "2. W arkuszu „Założenia” są trzy scenariusze: ostrożny, bazowy i ambitny. Puste pole scenariusza ostrożnego albo ambitnego znaczy: tak jak w bazowym. Cały pusty wiersz znaczy: tak jak dziś.".to_owned()),
        (Role::Subtitle, "3. Wartości ogłoszone są już wpisane, ze źródłem w kolumnie „Skąd wiadomo”. Wartość, której jeszcze nie ogłoszono, trzeba wpisać: ostatnia znana stoi obok.".to_owned()),
        (Role::Subtitle, "4. W arkuszu „Podwyżki” jeden wiersz to jedna podwyżka. Puste pole „Identyfikator asystenta” znaczy: wszyscy. Podwyżki z jednego miesiąca się sumują. Kwota jest na pełny etat; umów płatnych od godziny i ryczałtem nie zmienia.".to_owned()),
        (Role::Subtitle, "5. W arkuszu „Zmiany kadrowe” jeden wiersz to jedno zdarzenie. Przy zatrudnieniu proszę podać wynagrodzenie za cały miesiąc w podanym wymiarze etatu; wakat dostaje własny kod, np. WAKAT1. Przy odejściu dzień to ostatni dzień pracy.".to_owned()),
        (Role::Subtitle, "6. Zmiana wymiaru etatu bez podanego wynagrodzenia zmienia je w tej samej proporcji.".to_owned()),
        (Role::Subtitle, "7. Kolumna „Scenariusze” mówi, kiedy wiersz obowiązuje. Puste: we wszystkich scenariuszach.".to_owned()),
        (Role::Section, "O czym pamiętać".to_owned()),
        (Role::Subtitle, format!("Wiersze oznaczone słowem {EXAMPLE} są pomijane. Można je zostawić albo usunąć.")),
        (Role::Subtitle, "Wynagrodzenie niższe od minimalnego prognoza podnosi do minimalnego i mówi o tym.".to_owned()),
        (Role::Subtitle, "Dodatkowe wynagrodzenie roczne (trzynastka) prognoza pokazuje osobno: jest kosztem gminy, a nie Programu.".to_owned()),
        (Role::Subtitle, "Imię i nazwisko nie są potrzebne. Numerów PESEL proszę nie wpisywać.".to_owned()),
        (Role::Subtitle, "Nagłówków i nazw założeń proszę nie zmieniać. Wiersze bez wartości można usunąć.".to_owned()),
    ];
    for (row, (role, text)) in (0..).zip(lines) {
        sheet.text(row, 0, role, &text);
    }
    sheet
}

/// `Założenia`: a row for each figure that the edition has a use for.
fn figures(programme: &Programme, year: i32) -> Sheet {
    let described = schema::table(TableId::PlanFigures);
    let mut sheet = Sheet::named(described.sheet);
    sheet.freeze = Some((1, 1));
    sheet.repeat_rows = Some((0, 0));
    for ((at, field), width) in (0..).zip(described.columns).zip([58, 14, 14, 14, 70]) {
        sheet.text(0, at, Role::Heading, field.header);
        sheet.widths.insert(at, width);
    }
    let used = PLAN_FIGURES.iter().filter(|f| has_use(programme, f.key));
    for (row, figure) in (1..).zip(used) {
        sheet.text(row, 0, Role::FieldValue, figure.label);
        let (value, source) = known(figure, year);
        let spec = ColumnSchema {
            key: figure.key,
            header: figure.label,
            kind: figure.kind,
            presence: Presence::Optional,
            aliases: &[],
        };
        for column in 1..=3 {
            let content = value.clone().filter(|_| column == 2).map_or(Content::Blank, Content::Number);
            sheet.put(row, column, Role::Input, format(&spec), content);
        }
        sheet.put(row, 4, Role::Input, Format::Text, Content::Text(source));
        let list = if figure.kind == Kind::Month {
            (1..=12).map(|month| format!("{year:04}-{month:02}")).collect()
        } else {
            Vec::new()
        };
        sheet.validations.push(Validation {
            range: (row, 1, row, 3),
            list,
            prompt: prompt(figure).to_owned(),
        });
    }
    sheet
}

fn has_use(programme: &Programme, key: &str) -> bool {
    let any = |test: fn(&Component) -> bool| programme.components.iter().any(test);
    match key {
        "supplement" => {
            any(|c| matches!(c, Component::MonthlySupplement { .. } | Component::OneOffSupplement { .. }))
        }
        "expected_hours" => any(|c| matches!(c, Component::MonthlySupplement { .. })),
        "level" => any(|c| matches!(c, Component::WageShare { .. })),
        _ => true,
    }
}

/// The announced value with its source; else the newest known in words.
fn known(figure: &PlanFigure, year: i32) -> (Option<Exact>, String) {
    let fallback = (None, String::new());
    // The payer's own rate: that of small payers would be wrong for a greater one.
    if figure.key == "accident_rate" {
        return fallback;
    }
    match National::built_in().coming(figure.key, year) {
        Some(Coming::Announced(known)) => {
            (Some(known.value), format!("{} ({})", known.source, known.mark.polish()))
        }
        Some(Coming::NotYet(Some((newest, day)))) => {
            let value = figure.told(&newest.value);
            (None, format!("NIE OGŁOSZONO na {year} r. Ostatnia znana: {value} ({})", day.polish()))
        }
        Some(Coming::NotYet(None)) | None => fallback,
    }
}

fn prompt(figure: &PlanFigure) -> &'static str {
    match figure.key {
        "raise_percent" => "Np. 5%. Puste: bez podwyżki.",
        "raise_amount" => "Np. 300,00 na pełny etat. Puste: bez podwyżki.",
        "raise_from" => "Pierwszy miesiąc z podwyżką. Puste: styczeń.",
        "accident_rate" => "Stopa płatnika, np. 1,67%. Puste: jak w tym roku.",
        "expected_hours" => {
            "Godziny faktycznie przepracowane w zwykłym miesiącu. Puste: nominalny czas pracy."
        }
        "supplement" => "Cały dodatek brutto na pełny etat. Puste: jak w tym roku.",
        "level" => "Puste: najwyższy poziom z Programu.",
        "award_share" => "Jaka część zapotrzebowania będzie przyznana, np. 80%. Puste: według lat ubiegłych.",
        "thirteenth_share" => "Puste: 8,5%.",
        "request_day" => "Kto tego dnia nie pracuje, nie zarabia dodatku. Puste: ostatni dzień terminu.",
        "december_contributions_day" => "Po 31 grudnia składki za grudzień się nie liczą. Puste: 31 grudnia.",
        _ => "Puste w scenariuszu ostrożnym i ambitnym: jak w bazowym.",
    }
}
