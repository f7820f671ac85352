//! The data sheet: numbers, where they come from, and controls that stay live.

use super::{Figures, Report};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::records::{HalfYear, Submission};
use crate::settlement::Settled;
use crate::units::Day;

/// The sheet being written.
struct Data<'a> {
    page: Page,
    model: &'a mut Model,
}

/// Returns the data sheet.
pub fn data(figures: &Figures, settled: &mut Settled, submission: &Submission, days: [NodeId; 2]) -> Sheet {
    let page = Page::new("Półrocze - dane do CAS", &[7, 66, 18, 14, 84]);
    let inside = figures.report.days.overlap(&settled.period).filter(|inside| *inside != figures.report.days);
    let mut data = Data { page, model: &mut settled.model };
    data.heading(figures, submission, days);
    if let Some(inside) = inside {
        let (first, last) = (inside.first.polish(), inside.last.polish());
        let text =
            format!("Tabele obejmują tylko część półrocza: od {first} do {last}. Liczby są za tę część.");
        data.page.line(Role::Warning, &text);
    }
    data.columns();
    data.staff(figures);
    data.families(figures);
    data.money(figures);
    data.missing(figures);
    data.page.sheet.footer = String::from(
        "Arkusz danych pomocniczych, nie jest to wzór sprawozdania. Wzór udostępnia minister w CAS.",
    );
    data.page.sheet
}

/// Days left until the report is due, in words.
fn left(report: Report, as_of: Day) -> String {
    match report.days_left(as_of) {
        0 => "dziś".to_owned(),
        1 => "pozostał 1 dzień".to_owned(),
        n if n > 1 => format!("pozostało {n} dni"),
        -1 => "minął wczoraj".to_owned(),
        n => format!("minął {} dni temu", -n),
    }
}

impl Data<'_> {
    fn heading(&mut self, figures: &Figures, submission: &Submission, days: [NodeId; 2]) {
        let page = &mut self.page;
        let half = match figures.report.half {
            HalfYear::First => "I półrocze",
            HalfYear::Second => "II półrocze",
        };
        let year = figures.report.days.last.month().year;
        page.line(Role::Title, &format!("Dane do sprawozdania półrocznego w CAS: {half} {year} r."));
        page.line(
            Role::Warning,
            "TO NIE JEST FORMULARZ SPRAWOZDANIA. Wzoru nie opublikowano w żadnym dzienniku (od 1 lutego 2023 r. udostępnia go minister w CAS); \
             numery wierszy są własne. Liczby należy przenieść do właściwych pól formularza w CAS.",
        );
        page.line(
            Role::Subtitle,
            "Zasady sprawozdania: stan na ostatni dzień okresu; wydatki metodą kasową, czyli naprawdę zapłacone w okresie; 0, gdy nic nie ma; \
             „z tego” sumuje się do całości, „w tym” nie musi.",
        );
        let agreement = &submission.agreement;
        let text = |given: &Option<crate::source::Sourced<String>>| {
            given.as_ref().map(|t| t.value.clone()).unwrap_or_default()
        };
        for (label, value) in [
            ("Gmina", Shown::from(text(&agreement.municipality))),
            ("Kod TERYT", text(&agreement.teryt).into()),
            ("Pierwszy dzień okresu", days[0].into()),
            ("Ostatni dzień okresu", days[1].into()),
            (
                "Termin przekazania wojewodzie",
                format!("{} ({})", figures.report.due.polish(), left(figures.report, figures.as_of)).into(),
            ),
        ] {
            let row = page.row;
            page.cell(row, 0, Role::Label, Shown::Text(label.to_owned()), None);
            page.sheet.merge((row, 0, row, 1));
            page.cell(row, 2, Role::FieldValue, value, Some(self.model));
            page.sheet.merge((row, 2, row, 3));
            page.row += 1;
        }
    }

    fn columns(&mut self) {
        let top = self.page.row;
        self.page.headings(&["Lp.", "Wyszczególnienie", "Wartość", "Kontrola", "Skąd liczba, uwagi"]);
        self.page.keep(top, 0);
    }

    fn section(&mut self, text: &str) {
        self.page.line(Role::Section, text);
    }

    fn row(&mut self, number: &str, label: &str, value: impl Into<Shown>, note: &str) {
        self.control(number, label, value, Shown::Nothing, note);
    }

    fn control(&mut self, number: &str, label: &str, value: impl Into<Shown>, control: Shown, note: &str) {
        let cells = vec![number.into(), label.into(), value.into(), control, note.into()];
        self.page.cells(Role::Body, cells, Some(self.model));
    }

    /// `zgodne` where the condition holds.
    fn holds(&mut self, cond: Cond) -> Shown {
        let mut word = |word: &str| self.model.parameter(word, Format::Text, Value::Text(word.to_owned()));
        let (good, bad) = (word("zgodne"), word("SPRAWDŹ"));
        let expr = Expr::when(cond, good, bad);
        self.model.formula("Kontrola", Format::Text, expr).into()
    }

    /// Do the parts add up to the whole?
    fn adds_up(&mut self, whole: Expr, parts: &[NodeId]) -> Shown {
        let sum = Expr::Sum(parts.to_vec()).round2();
        self.holds(Cond::Equal(whole.round2(), sum))
    }

    /// Is no part more than the whole?
    fn within(&mut self, whole: NodeId, parts: &[NodeId]) -> Shown {
        let most = Expr::Max(parts.iter().map(|id| Expr::Ref(*id)).collect());
        self.holds(Cond::AtLeast(whole.into(), most))
    }

    fn staff(&mut self, figures: &Figures) {
        let staff = &figures.staff;
        self.section("A. Asystenci rodziny, stan na ostatni dzień okresu");
        let fine = self.within(staff.persons, &staff.persons_by_form);
        self.control(
            "1",
            "Asystenci rodziny (osoby), w tym:",
            staff.persons,
            fine,
            "Zatrudnienie: umowa trwa w ostatnim dniu okresu; każda osoba raz; bez koordynatorów.",
        );
        let [employment, service] = staff.persons_by_form;
        self.row("1.1", "na podstawie umowy o pracę", employment, "");
        self.row("1.2", "na podstawie umowy zlecenia lub o świadczenie usług", service, "");
        let fine = self.adds_up(staff.posts.into(), &staff.posts_by_form);
        self.control("2", "Etaty, z tego:", staff.posts, fine, "Zatrudnienie, kolumna „Etat”.");
        let [employment, service] = staff.posts_by_form;
        self.row("2.1", "umowy o pracę", employment, "");
        let note = if staff.without_post > 0 {
            format!(
                "Bez {} umów, w których nie podano etatu: ich etatów nie ma w tej liczbie.",
                staff.without_post
            )
        } else {
            String::new()
        };
        self.row("2.2", "umowy zlecenia lub o świadczenie usług", service, &note);
    }

    fn families(&mut self, figures: &Figures) {
        self.section("B. Rodziny");
        let none = "Brak tabeli „Rodziny”: pole zostało puste, liczbę trzeba podać z ewidencji.";
        let Some(families) = &figures.families else {
            for (number, label) in [
                ("3", "Rodziny, z którymi asystent pracował w okresie"),
                ("4", "Rodziny w ostatnim dniu okresu"),
                ("5", "Dzieci w rodzinach, z którymi pracowano w okresie"),
                ("6", "Rodziny, z którymi zakończono pracę w okresie"),
            ] {
                self.row(number, label, Shown::Nothing, none);
            }
            return;
        };
        let [served, court, for_life, in_care, children] = families.served;
        let fine = self.within(served, &[court, for_life, in_care]);
        self.control(
            "3",
            "Rodziny, z którymi asystent pracował w okresie, w tym:",
            served,
            fine,
            "Rodziny: choć jeden dzień w okresie; każda rodzina raz.",
        );
        self.row(
            "3.1",
            "na podstawie postanowienia sądu",
            court,
            "Podstawa przydzielenia: „postanowienie sądu”.",
        );
        self.row(
            "3.2",
            "objęte wsparciem „Za życiem”",
            for_life,
            "Podstawa, kategoria albo porady „Za życiem”.",
        );
        self.row("3.3", "z dziećmi w pieczy zastępczej", in_care, "Dzieci w pieczy: więcej niż 0.");
        let [last, children_last] = families.on_last_day;
        let fine = self.within(served, &[last]);
        self.control(
            "4",
            "Rodziny w ostatnim dniu okresu",
            last,
            fine,
            "Rodziny: bez daty „Do” albo z datą nie wcześniejszą niż ostatni dzień.",
        );
        let fine = self.within(children, &[children_last]);
        self.control(
            "5",
            "Dzieci w rodzinach, z którymi pracowano w okresie, w tym:",
            children,
            fine,
            "Rodziny, kolumna „Liczba dzieci”.",
        );
        self.row("5.1", "w rodzinach w ostatnim dniu okresu", children_last, "");
        let parts: Vec<NodeId> = families.by_reason.iter().map(|(_, id)| *id).collect();
        let fine = self.adds_up(families.ended.into(), &parts);
        self.control(
            "6",
            "Rodziny, z którymi zakończono pracę w okresie, z tego:",
            families.ended,
            fine,
            "Rodziny: data „Do” w okresie; przejście do innego asystenta to nie zakończenie.",
        );
        for (n, (reason, id)) in families.by_reason.iter().enumerate() {
            self.row(&format!("6.{}", n + 1), reason, *id, "");
        }
    }

    fn money(&mut self, figures: &Figures) {
        let payments = &figures.payments;
        self.section("C. Wydatki zapłacone w okresie (metoda kasowa)");
        let total = self.model.formula("Wydatki razem", Format::Money, Expr::add(payments.paid));
        let fine = self.adds_up(total.into(), &payments.paid);
        self.control(
            "7",
            "Wynagrodzenia asystentów rodziny wraz z pochodnymi, z tego:",
            total,
            fine,
            "Płace: całe wynagrodzenie i składki pracodawcy według dnia zapłaty, także spoza Programu.",
        );
        self.row("7.1", "wynagrodzenia", payments.paid[0], "Data zapłaty w okresie.");
        self.row(
            "7.2",
            "pochodne pracodawcy",
            payments.paid[1],
            "Data zapłaty pochodnych w okresie; bez niej data zapłaty wynagrodzenia.",
        );
        let labels = [
            "Fundusz Pracy (Program)",
            "budżet państwa (Program)",
            "budżet państwa: dodatek motywacyjny z innego programu",
            "inne środki publiczne",
            "środki własne gminy",
        ];
        let notes = [
            "Część wydatków z wiersza 7, którą pokrywa Program, jeżeli pieniądze wpłynęły najpóźniej w ostatnim dniu okresu; wcześniej gmina płaciła ze środków własnych.",
            "Jak wyżej.",
            "Płace, kolumny dodatku motywacyjnego.",
            "Płace, „Inne środki publiczne” w wypłatach, które liczą się w rozliczeniu.",
            "Reszta.",
        ];
        match figures.money.sources {
            Some(sources) => {
                let fine = self.adds_up(total.into(), &sources);
                self.control("8", "Wydatki z wiersza 7 według źródeł, z tego:", total, fine, "");
                for (n, ((label, note), id)) in labels.into_iter().zip(notes).zip(sources).enumerate() {
                    self.row(&format!("8.{}", n + 1), label, id, note);
                }
            }
            None => {
                self.row(
                    "8",
                    "Wydatki z wiersza 7 według źródeł",
                    Shown::Nothing,
                    "Puste: w arkuszu „Środki” nie podano dnia wpływu pieniędzy.",
                );
            }
        }
        self.row("9", "Przeksięgowano w okresie na Program (PK) za wydatki z wcześniejszych miesięcy", figures.money.rebooked, "Nie ma ich w wierszach 7 i 8: gmina zapłaciła je wcześniej ze środków własnych, a pieniądze Programu wpłynęły w tym okresie. Jak je wykazać, rozstrzyga wojewoda.");
    }

    fn missing(&mut self, figures: &Figures) {
        self.section("D. Czego nie ma w tabelach i trzeba podać z ewidencji");
        let mut lines = vec![
            "Pozostałe pola formularza w CAS: program zna tylko dane z tabel wejściowych.",
            "Rodziny wspierające (ustanowione, rozwiązane, według rodzaju i czasu pomocy): nie ma ich w tabelach.",
            "Czas pracy asystenta z rodziną w ujęciu sprawozdania: nie ma opublikowanej definicji.",
            "Wydatki inne niż wynagrodzenia z pochodnymi (szkolenia, dojazdy): nie ma ich w tabeli „Płace”.",
            "Środki z Unii Europejskiej i inne źródła spoza tabel: jeżeli były, trzeba je odjąć od środków własnych.",
        ];
        if figures.families.is_none() {
            lines.push("Rodziny i dzieci: brak tabeli „Rodziny”.");
        }
        for line in lines {
            self.page.line(Role::Note, line);
        }
    }
}
