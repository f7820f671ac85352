//! The list for the order that grants the supplements, and the transfers that must leave.

use std::collections::BTreeSet;

use super::{Paper, page, signatures};
use crate::calc::Format;
use crate::close::days::When;
use crate::close::findings::months_numbers;
use crate::close::order::{self, Order};
use crate::close::transfers::{Kind, Transfer};
use crate::close::{Plan, Way};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::units::Month;

/// Name of the list for the order.
pub const ORDER: &str = "Lista do zarządzenia";

/// Returns the list for the order, one row an assistant, and for months the sheet behind it: the split, and what changes
/// where they are paid as one sum.
pub fn order(paper: &Paper<'_>, plan: &mut Plan) -> Vec<Sheet> {
    let title = "Lista do zarządzenia / pisma o przyznaniu dodatku z Programu";
    let mut page = page(paper, ORDER, title, &[5, 16, 18, 16, 12, 13, 13, 13, 13, 13, 13]);
    let day = paper.closing.days.last_working.polish();
    let how = match paper.closing.way {
        Way::OneOff => "Dodatek jednorazowy.",
        _ => {
            "Dodatki za wszystkie miesiące można przyznać i wypłacić jedną kwotą; podział na miesiące: arkusz „Podział na miesiące”."
        }
    };
    page.line(Role::Note, &format!("{how} Wypłata i składki: najpóźniej {day}."));
    page.space();
    let top = page.row;
    page.headings(&[
        "Lp.",
        "Identyfikator asystenta",
        "Forma zatrudnienia",
        "Miesiące",
        "Wymiar etatu",
        if paper.closing.way == Way::OneOff { "Brutto (zł)" } else { "Brutto za miesiąc (zł)" },
        "Razem brutto (zł)",
        "Składki pracodawcy (zł)",
        "Koszt razem (zł)",
        "z Programu (zł)",
        "ze środków własnych (zł)",
    ]);
    page.keep(top, 2);
    let order = order::order(paper.year, plan);
    let model = &plan.all.model;
    for (number, row) in (1i64..).zip(&order.rows) {
        let first = &plan.grants[row.grants[0]];
        let months = match paper.closing.way {
            Way::OneOff => "jednorazowo".to_owned(),
            _ => months_numbers(&row.months),
        };
        let figures = &plan.figures[row.grants[0]];
        let posts = |i: &usize| model.value(plan.figures[*i].posts);
        let same_posts = row.grants.iter().all(|i| posts(i) == model.value(figures.posts));
        let differs = || Shown::from("różnie");
        let tops_up = if first.tops_up { " (dopłata)" } else { "" };
        let mut cells = vec![
            Shown::Number(number, Format::Count),
            format!("{}{tops_up}", first.id).into(),
            first.form.word().into(),
            months.into(),
            if same_posts { Shown::NodeAs(figures.posts, Format::Factor) } else { differs() },
            row.each.map_or_else(differs, |_| figures.gross.into()),
        ];
        cells.extend(row.sums.map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells: Vec<Shown> = vec!["".into(), "RAZEM".into()];
    cells.extend(std::iter::repeat_n(Shown::from(""), 4));
    cells.extend(order.total.map(Shown::from));
    page.cells(Role::Total, cells, Some(model));
    signatures(&mut page, &[("Sporządził(a)", 3), ("Główny księgowy", 3), ("Kierownik jednostki", 3)]);
    if paper.closing.way == Way::Monthly {
        let mut behind = by_month(paper, plan, &order);
        one_sums(&mut behind, plan, &order);
        return vec![page.sheet, behind.sheet];
    }
    vec![page.sheet]
}

/// The gross by assistant and month.
fn by_month(paper: &Paper<'_>, plan: &Plan, order: &Order) -> Page {
    let title = "Dodatki z Programu: podział na miesiące (brutto, zł)";
    let mut page = page(paper, "Podział na miesiące", title, &[5, 18, 18, 16, 16, 16, 18, 16, 16]);
    page.line(Role::Note, "Te kwoty wpisuje się do tabeli „Płace”, każdą w wierszu swojego miesiąca.");
    page.space();
    let months: BTreeSet<Month> = plan.grants.iter().map(|g| g.month).collect();
    // Nine columns of amounts stand beside the names; a second band holds the rest of a year.
    for band in months.iter().copied().collect::<Vec<_>>().chunks(6) {
        let mut headings: Vec<Shown> = vec!["Lp.".into(), "Identyfikator asystenta".into(), "Rodzaj".into()];
        headings.extend(band.iter().map(|m| Shown::from(m.polish())));
        page.cells(Role::Heading, headings, None);
        for (number, row) in (1i64..).zip(&order.rows) {
            let first = &plan.grants[row.grants[0]];
            let kind = if first.tops_up { "dopłata" } else { first.form.word() };
            let mut cells: Vec<Shown> =
                vec![Shown::Number(number, Format::Count), first.id.clone().into(), kind.into()];
            for month in band {
                let own = row.grants.iter().find(|i| plan.grants[**i].month == *month);
                cells.push(own.map(|i| plan.figures[*i].gross).into());
            }
            page.cells(Role::Body, cells, Some(&plan.all.model));
        }
        page.space();
    }
    page
}

/// What changes where the months are paid as one sum.
fn one_sums(page: &mut Page, plan: &Plan, order: &Order) {
    if order.rows.iter().all(|row| row.one_sum.is_none()) {
        return;
    }
    page.line(Role::Section, "Jeżeli dodatki wypłaca się jedną kwotą");
    page.line(
        Role::Note,
        "Składki od jednej kwoty zaokrągla się raz, więc wychodzi kilka groszy mniej albo więcej niż od każdego miesiąca osobno. Kwota w kolumnie 7 kosztuje nie mniej niż miesiące razem; nadwyżkę groszy wpisz do brutto ostatniego miesiąca, a składki tak, żeby ich suma była zapłaconą.",
    );
    page.headings(&[
        "Lp.",
        "Identyfikator asystenta",
        "Suma brutto miesięcy (zł)",
        "Składki od tej sumy (zł)",
        "Różnica kosztu (zł)",
        "Koszt miesięcy (zł)",
        "Jedna kwota brutto, która wystarcza (zł)",
        "Jej koszt (zł)",
    ]);
    for (number, row) in (1i64..).zip(&order.rows) {
        let Some(one) = row.one_sum else { continue };
        let [gross, _, cost, ..] = row.sums;
        let mut cells: Vec<Shown> =
            vec![Shown::Number(number, Format::Count), plan.grants[row.grants[0]].id.clone().into()];
        cells.extend([gross, one.contributions, one.short, cost, one.gross, one.cost].map(Shown::from));
        let at = page.row;
        page.cells(Role::Body, cells, Some(&plan.all.model));
        if let Some(cell) = page.sheet.cells.get_mut(&(at, 6)) {
            cell.role = Role::Input;
        }
    }
}

/// Returns the transfers, dearest first.
pub fn transfers(paper: &Paper<'_>, plan: &mut Plan) -> Sheet {
    let title = "Przelewy, które muszą wyjść do ostatniego dnia zapłaty";
    let mut page = page(paper, "Przelewy", title, &[5, 26, 18, 18, 16, 15, 26, 16, 15, 40]);
    page.line(
        Role::Note,
        "Koszt spóźnienia: o tyle mniejsze będzie dofinansowanie, jeżeli ten jeden przelew wyjdzie po terminie, a wszystkie inne w terminie. Kwot spóźnienia nie dodaje się: spóźniona wypłata zabiera też swoje składki.",
    );
    page.space();
    let top = page.row;
    page.headings(&[
        "Lp.",
        "Przelew",
        "Lista płac",
        "Asystent",
        "Za miesiące",
        "Kwota (zł)",
        "Teraz w tabelach",
        "Najpóźniej",
        "Koszt spóźnienia (zł)",
        "Uwagi",
    ]);
    page.keep(top, 0);
    let latest = paper.closing.days.last_working.polish();
    for (number, transfer) in (1i64..).zip(&plan.transfers) {
        let months: Vec<Month> = transfer.months.iter().copied().collect();
        let who: Vec<&str> = transfer.assistants.iter().map(String::as_str).collect();
        let payroll = if transfer.granted { "do sporządzenia".to_owned() } else { transfer.payroll.clone() };
        let lost = transfer.lost.map_or_else(|| "nie wynika z tabel".into(), Shown::Amount);
        let sum = if transfer.kind == Kind::Tax {
            "nie ma w tabelach".into()
        } else {
            Shown::Amount(transfer.amount)
        };
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                kind_words(transfer).into(),
                payroll.into(),
                who.join(", ").into(),
                months_numbers(&months).into(),
                sum,
                when_words(transfer.when).into(),
                latest.clone().into(),
                lost,
                remark(transfer).into(),
            ],
            None,
        );
    }
    if plan.transfers.is_empty() {
        page.line(Role::Note, "Wszystko, co jest w tabelach, jest już zapłacone.");
    }
    page.sheet
}

/// What a transfer is, in Polish.
pub fn kind_words(transfer: &Transfer) -> &'static str {
    match (transfer.kind, transfer.granted) {
        (Kind::Pay, true) => "dodatek z Programu",
        (Kind::Contributions, true) => "składki od dodatku",
        (Kind::Pay, false) => "wynagrodzenie",
        (Kind::Contributions, false) => "składki pracodawcy (ZUS, PPK)",
        (Kind::Tax, _) => "zaliczka na podatek i składki pracownika",
    }
}

/// What the tables say of its day, in Polish.
pub fn when_words(when: When) -> String {
    match when {
        When::TooLate(day) => format!("{}: po terminie!", day.polish()),
        When::Blank => "bez daty".to_owned(),
        When::Unconfirmed => "bez daty zapłaty składek".to_owned(),
        When::ToGrant => "do przyznania".to_owned(),
        When::Planned(day) => format!("zaplanowano {}", day.polish()),
        When::Done => "zapłacono".to_owned(),
    }
}

fn remark(transfer: &Transfer) -> String {
    match (transfer.kind, transfer.when) {
        (Kind::Tax, _) => format!(
            "Część wynagrodzenia brutto {} zł. Kwotę trzeba wpisać ręcznie z listy płac: tabele jej nie zawierają, więc kosztu spóźnienia nie policzono. Spóźniony podatek to część wynagrodzenia niezapłacona w terminie.",
            crate::units::money::polish_amount(&transfer.amount.to_exact(), 2)
        ),
        (Kind::Contributions, When::Unconfirmed) => {
            "Ustawowy termin składek przypada po ostatnim dniu zapłaty z Programu: zapłać wcześniej i wpisz „Data zapłaty składek”.".to_owned()
        }
        _ => String::new(),
    }
}
