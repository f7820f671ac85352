//! What the empty workbook tells people: the instruction sheet, the prompts and the example rows.

use super::EXAMPLE;
use super::carried::Carried;
use crate::grid::{Content, Role, Sheet};
use crate::programme::pay_components::{self, PayClass};
use crate::programme::rules::{OpenFigure, Programme};
use crate::records::schema::{ColumnSchema, Kind, TableId};
use crate::units::{Day, DayRange, Exact};

/// The sheet of instructions. Every row has one cell only, so that no row can be taken for a header row.
pub fn instruction(programme: &Programme) -> Sheet {
    instruction_of(programme, true)
}

/// The same; of a year whose edition is not known, the programme and the period are for the office to write.
fn instruction_of(programme: &Programme, known: bool) -> Sheet {
    let mut sheet = Sheet::named("Instrukcja");
    sheet.widths.insert(0, 115);
    let period = programme.period.value;
    let lines = [
        (Role::Title, "Dane do rozliczenia Programu".to_owned()),
        (Role::Subtitle, programme.title.clone()),
        (Role::Subtitle, programme.act.clone()),
        (Role::Subtitle, format!("Okres: od {} do {}.", period.first.polish(), period.last.polish())),
        (Role::Section, "Jak wypełnić".to_owned()),
        (Role::Subtitle, format!("1. Proszę zacząć od arkusza „Umowa”: w prawej kolumnie wpisać dane gminy i umowy. {}", filled(known))),
        (Role::Subtitle, "2. W arkuszu „Środki” proszę podać kwoty. Wiersz części, z której gmina nie korzysta, należy usunąć.".to_owned()),
        (Role::Subtitle, "3. W arkuszu „Zatrudnienie” jeden wiersz to jeden okres niezmienionych warunków. Zmiana wymiaru etatu to nowy wiersz.".to_owned()),
        (Role::Subtitle, "4. W arkuszu „Płace” jeden wiersz to jedna wypłata: osoba, miesiąc, za który się należy, i lista płac. Korekty wpisuje się ze znakiem minus.".to_owned()),
        (Role::Subtitle, "5. W arkuszu „Rodziny” jeden wiersz to jedna rodzina u jednego asystenta. Proszę używać kodów, bez nazwisk.".to_owned()),
        (Role::Section, "Składniki wynagrodzenia".to_owned()),
        (Role::Subtitle, "Zamiast kolumn „Inne składniki oskładkowane” i „Inne składniki nieoskładkowane” arkusz „Płace” może mieć kolumny z listy płac. Kolumny się sumują. W jednym wierszu proszę podać albo sumę, albo jej składniki.".to_owned()),
        (Role::Subtitle, format!("Wlicza się do wynagrodzenia zasadniczego: {}.", names(PayClass::Base))),
        (Role::Subtitle, format!("Inne składniki oskładkowane: {}.", names(PayClass::OtherContributory))),
        (Role::Subtitle, format!("Inne składniki nieoskładkowane: {}.", names(PayClass::OtherExempt))),
        (Role::Subtitle, format!("Nie są kosztem pracodawcy, więc ich kwot nie wpisuje się do arkusza „Płace”: {}.", names(PayClass::Benefit))),
        (Role::Section, "O czym pamiętać".to_owned()),
        (Role::Subtitle, format!("Wiersze oznaczone słowem {EXAMPLE} są pomijane. Można je zostawić albo usunąć.")),
        (Role::Subtitle, "Identyfikator asystenta to dowolny kod, np. A1, taki sam we wszystkich arkuszach. Imię i nazwisko nie są potrzebne. Numerów PESEL proszę nie wpisywać.".to_owned()),
        (Role::Subtitle, "Puste pole znaczy „nie podano”, a 0 znaczy zero.".to_owned()),
        (Role::Subtitle, "Wymiar etatu: 1, 1/2, 3/4 albo 0,5. Miesiąc: 2025-03 (do wyboru z listy). Dni: 01.03.2025. Kwoty: najwyżej dwa miejsca po przecinku.".to_owned()),
        (Role::Subtitle, "Nagłówków proszę nie zmieniać. Kolejność kolumn może być inna; zbędne kolumny można usunąć, jeżeli są puste.".to_owned()),
        (Role::Subtitle, "Arkusz „Odczytania” jest dla wartości i odczytań, które podaje gmina: nazwa, wartość, pismo albo umowa z datą i kto przyjął. Bez nich zostaje pusty.".to_owned()),
        (Role::Subtitle, "W razie potrzeby można dodać arkusze „Zwroty”, „Ustalenia”, „Wyjaśnienia” i „Księgi”.".to_owned()),
    ];
    for (row, (role, text)) in (0..).zip(lines.into_iter().chain(open_figures(programme))) {
        sheet.text(row, 0, role, &text);
    }
    sheet
}

fn filled(known: bool) -> &'static str {
    if known {
        "Wiersz „Program” i okres są już wpisane; okres można skrócić."
    } else {
        "Wiersz „Program” i okres trzeba wpisać, gdy edycja będzie ogłoszona."
    }
}

/// The instructions with what was taken over from the year before at their head; one cell a row as well.
pub fn carried(edition: &Programme, known: bool, what: &Carried, year: i32) -> Sheet {
    let plain = instruction_of(edition, known);
    let mut lines = vec![(Role::Title, format!("Dane na {} r., zaczęte z danych za {year} r.", year + 1))];
    let mut say = |text: String| lines.push((Role::Subtitle, text));
    if !known {
        say(format!(
            "Edycji na {} r. program komputerowy nie zna: pola „Program”, „Okres od” i „Okres do” w arkuszu „Umowa” są puste. Układ arkuszy jest jak w edycji {}; gdy edycja będzie ogłoszona, mogą dojść kolumny.",
            year + 1,
            edition.id
        ));
    }
    say(format!(
        "Przeniesiono: okresy zatrudnienia: {}, rodziny: {}, trwające nieobecności: {}, odczytania: {}, wyjaśnienia: {}.",
        what.contracts, what.families, what.absences, what.readings, what.explanations
    ));
    say("Nie przeniesiono żadnej kwoty ani dnia z umowy za ubiegły rok. W arkuszu „Płace” są tylko osoby i miesiące; wklejając własną listę płac, można je zastąpić.".to_owned());
    say("Proszę sprawdzić: wymiar etatu i datę końca umów, dodatek stażowy (rośnie co rok), stopę wypadkową, zwolnienia z FP (wiek).".to_owned());
    for (who, last) in &what.ended {
        say(format!(
            "Pominięto {who}: umowa do {}. Jeżeli trwa dalej, proszę dopisać wiersz w arkuszu „Zatrudnienie”.",
            last.polish()
        ));
    }
    if !what.orphaned.is_empty() {
        say(format!(
            "Rodziny, których asystent już nie pracuje: {}. Proszę wpisać nowego asystenta albo dzień zakończenia.",
            what.orphaned.join(", ")
        ));
    }
    if what.readings + what.explanations > 0 {
        say("Odczytania i wyjaśnienia stoją z dopiskiem „do potwierdzenia”: pismo dotyczyło ubiegłego roku. Po potwierdzeniu proszę wpisać nowe pismo, a niepotwierdzone wiersze usunąć.".to_owned());
    }
    if !what.left_readings.is_empty() {
        say(format!(
            "Nie przeniesiono z arkusza „Odczytania”: {} (to wartości tylko na {year} r. albo odczytania, których nowa edycja nie ma).",
            what.left_readings.join(", ")
        ));
    }
    if what.rejected > 0 {
        say(format!("Wiersze z błędami, pominięte: {}. Wypisze je: rozlicz check DANE.", what.rejected));
    }
    let mut sheet = Sheet::named(&plain.name);
    sheet.widths = plain.widths.clone();
    let count = u32::try_from(lines.len()).unwrap_or(0);
    for (row, (role, text)) in (0..).zip(lines) {
        sheet.text(row, 0, role, &text);
    }
    for ((row, column), cell) in &plain.cells {
        // Without an edition its title and period would be those of the year before.
        if known || *row > 3 {
            sheet.cells.insert((row + count + 1, *column), cell.clone());
        }
    }
    sheet
}

/// What the texts of the edition do not tell and the municipality gives in `Odczytania`: a line a figure.
fn open_figures(programme: &Programme) -> Vec<(Role, String)> {
    if programme.open.is_empty() {
        return Vec::new();
    }
    let head = "Wartości, których teksty edycji nie podają: do wpisania w arkuszu „Odczytania”";
    let line = |figure: &OpenFigure| {
        let words = format!(
            "Nazwa: {}. Wartość na przykład: {}. Wiadomo tylko: {}",
            figure.name, figure.example, figure.known
        );
        (Role::Subtitle, words)
    };
    std::iter::once((Role::Section, head.to_owned())).chain(programme.open.iter().map(line)).collect()
}

/// The headers that may stand in `Płace` for components of a class, with the usual names only.
fn names(class: PayClass) -> String {
    let of_class = pay_components::built_in().iter().filter(|c| !c.is_canonical() && c.class == class);
    of_class.filter_map(|c| c.names.first().copied()).collect::<Vec<_>>().join(", ")
}

/// Returns the hint shown when a cell of the column is selected; empty when the header says all.
pub fn prompt(table: TableId, field: &ColumnSchema) -> String {
    let by_key = match (table, field.key) {
        (TableId::PlanRaises, "assistant") => "Kod asystenta, np. A1. Puste: wszyscy.",
        (TableId::PlanStaff, "assistant") => "Kod asystenta, np. A1, albo wakatu, np. WAKAT1.",
        (_, "assistant") => "Kod asystenta, np. A1: ten sam we wszystkich arkuszach.",
        (_, "family") => "Kod rodziny, np. R1, bez nazwisk; ten sam u każdego asystenta.",
        (_, "teryt") => "6 albo 7 cyfr, np. 061301.",
        (TableId::Agreement, "programme") => "Wpisany przez program; proszę nie zmieniać.",
        (TableId::Agreement, "level") => "Np. 30%. Puste: najwyższy poziom z Programu.",
        (TableId::Agreement, "request_day") => {
            "Dzień złożenia wniosku, np. 01.03.2025. Przy dwóch półroczach: tylko gdy rozliczane jest jedno z nich."
        }
        (TableId::Employment, "to") => "Puste: zatrudnienie trwa.",
        (TableId::Families, "to") => "Puste: współpraca trwa.",
        (TableId::Employment, "name") => "Nieobowiązkowe.",
        (TableId::Employment, "employer") => "Puste: jednostka realizująca Program.",
        (TableId::Pay, "month") => "Miesiąc, za który należy się wypłata, np. 2025-03.",
        (TableId::Pay, "nominal_hours") => "Godziny pełnego etatu w tym miesiącu. Puste: z kalendarza.",
        (TableId::Pay, "hours") => {
            "Godziny faktycznie przepracowane, bez nieobecności. Umowa o pracę: puste, gdy wypełniono arkusz Nieobecności."
        }
        (TableId::Pay, "supplement") => "Cały dodatek brutto, razem z wkładem własnym.",
        (TableId::Pay, "base") => "Przy umowie zlecenie: całe wynagrodzenie.",
        (TableId::Pay, "on_other" | "on_supplement" | "on_motivation") => {
            "Jaka część składek przypada na ten składnik. Puste: program policzy proporcjonalnie."
        }
        (TableId::Pay, "other_public") => {
            "Część płacy zasadniczej i jej składek opłacona z innych środków publicznych."
        }
        (TableId::Pay, "contributions_paid_on") => "Puste: ten sam dzień co data zapłaty.",
        (TableId::Funds, "half_year") => "Puste: cały okres rozliczenia.",
        (TableId::Funds, "awarded") => "Kwota po ostatnim aneksie.",
        (TableId::Absences, "hours") => "Puste: z kalendarza.",
        (TableId::PlanRaises, "amount") => "Kwota miesięczna na pełny etat, np. 300,00.",
        (TableId::PlanRaises | TableId::PlanStaff, "scenarios") => "Puste: wszystkie.",
        (TableId::PlanStaff, "from") => "Pierwszy dzień nowych warunków; przy odejściu ostatni dzień pracy.",
        (TableId::PlanStaff, "base") => {
            "Za cały miesiąc w podanym wymiarze etatu. Przy zmianie puste: w proporcji do etatu."
        }
        (TableId::PlanStaff, "hourly_rate" | "hours") => "Tylko umowa zlecenie płatna od godziny.",
        _ => "",
    };
    if !by_key.is_empty() {
        return by_key.to_owned();
    }
    match field.kind {
        Kind::Day => "Dzień, np. 01.03.2025.",
        Kind::Fte => "Np. 1, 1/2, 3/4 albo 0,5.",
        Kind::Percent => "Np. 5%.",
        Kind::Amount => "Kwota w złotych, np. 1234,50.",
        Kind::Code => "Wpisuje się jako tekst: zera na początku zostają.",
        _ => "",
    }
    .to_owned()
}

/// Returns the example row's cell. Tables without an identifier have no example: nothing would mark it.
pub fn example(table: TableId, field: &ColumnSchema, period: DayRange) -> Option<Content> {
    let text = |words: &str| Some(Content::Text(words.to_owned()));
    let number = |decimal: &str| Exact::parse_decimal(decimal).map(Content::Number);
    let day = |day: Day| Some(Content::Number(Exact::whole(day.serial())));
    let month = period.first.month();
    match (table, field.key) {
        (TableId::Funds | TableId::PlanFigures, _) => None,
        (_, "assistant" | "family") => text(EXAMPLE),
        (TableId::PlanRaises, "percent") => number("0.05"),
        (TableId::PlanStaff, "event") => text("zatrudnienie"),
        (TableId::PlanStaff, "fte") => text("1/2"),
        (TableId::PlanStaff, "base") => number("2800.00"),
        (TableId::PlanRaises | TableId::PlanStaff, "scenarios") => text("bazowy i ambitny"),
        (TableId::Employment | TableId::PlanStaff, "form") => text("umowa o pracę"),
        (TableId::Employment, "fte") => text("1"),
        (TableId::Employment | TableId::Absences | TableId::Families | TableId::PlanStaff, "from") => {
            day(month.first())
        }
        (TableId::Absences, "to") => day(month.first().plus_days(4)),
        (TableId::Absences, "kind") => text("urlop wypoczynkowy"),
        (TableId::Families, "ground") => text("wniosek pracownika socjalnego"),
        (TableId::Families, "category") => text("trudności opiekuńczo-wychowawcze"),
        (TableId::Families, "children") => number("2"),
        (TableId::Pay, "month") | (TableId::PlanRaises, "raise_from") => text(&month.to_string()),
        (TableId::Pay, "nominal_hours" | "hours") => number("168"),
        (TableId::Pay, "gross") => number("5250.00"),
        (TableId::Pay, "base") => number("5000.00"),
        // Five per cent: a lower allowance does not exist.
        (TableId::Pay, "seniority") => number("250.00"),
        (TableId::Pay, "supplement") => number("100.00"),
        (TableId::Pay, "pension") => number("522.16"),
        (TableId::Pay, "disability") => number("347.75"),
        (TableId::Pay, "accident") => number("89.35"),
        (TableId::Pay, "labour_fund") => number("131.08"),
        (TableId::Pay, "payroll") => text("1/LP"),
        (TableId::Pay, "paid_on" | "contributions_paid_on") => day(month.last()),
        _ => None,
    }
}
