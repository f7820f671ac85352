//! Fields of the papers beside the settlement: request, statement, documents, interest, and what a voivode's collective
//! form has beside the municipality's own fields.
//!
//! Their figures are handed over under these names ([`crate::forms::listed`]); nothing here knows where they come from.

use super::{Field, FieldInfo, ListedField};
use crate::calc::Format;
use crate::forms::definition::Paper;

const fn row(paper: Paper, name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    FieldInfo { name, field: Field::Listed(ListedField { paper, in_row: true, name }), format, meaning }
}
const fn once(paper: Paper, name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    FieldInfo { name, field: Field::Listed(ListedField { paper, in_row: false, name }), format, meaning }
}
const fn month(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    row(Paper::Request, name, format, meaning)
}
const fn request(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    once(Paper::Request, name, format, meaning)
}
const fn statement(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    once(Paper::Statement, name, format, meaning)
}
const fn document(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    row(Paper::Documents, name, format, meaning)
}
const fn documents(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    once(Paper::Documents, name, format, meaning)
}
const fn period(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    row(Paper::Interest, name, format, meaning)
}
const fn interest(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    once(Paper::Interest, name, format, meaning)
}
const fn collected(name: &'static str, format: Format, meaning: &'static str) -> FieldInfo {
    row(Paper::Collective, name, format, meaning)
}

/// Every field of a paper, in the order of the list for people.
pub const FIELDS: &[FieldInfo] = &[
    // F1, by months.
    month("request.number", Format::Count, "running number of the month"),
    month("request.month", Format::Month, "month"),
    month("request.assistants", Format::Count, "assistants, persons"),
    month("request.posts_employment", Format::Posts, "posts under employment contracts"),
    month("request.posts_service", Format::Posts, "posts under service contracts"),
    month("request.posts", Format::Posts, "posts in all"),
    month("request.posts_supplement", Format::Posts, "posts that earn the supplement"),
    month("request.gross", Format::Money, "gross wages"),
    month("request.contributions", Format::Money, "employer's contributions on wages"),
    month("request.employment_cost", Format::Money, "employment cost"),
    month("request.employment", Format::Money, "co-financing of employment costs asked for"),
    month("request.supplements", Format::Money, "supplements asked for"),
    month("request.total", Format::Money, "asked for in all"),
    month("request.own", Format::Money, "own money of the municipality"),
    request("request.year", Format::Count, "year asked for"),
    request("request.edition", Format::Text, "edition whose rules are used"),
    request("request.assumption", Format::Text, "what is an assumption, loudly"),
    request("request.scenario", Format::Text, "scenario shown"),
    request("request.level", Format::Percent, "level of co-financing asked for"),
    request(
        "request.cas_posts",
        Format::Posts,
        "posts of assistants who meet the conditions, all months added up",
    ),
    request("request.cas_wages", Format::Money, "wages due in the year with contributions"),
    request("request.sum_supplements", Format::Money, "supplements asked for in the year"),
    request("request.sum_employment", Format::Money, "employment costs asked for in the year"),
    request("request.sum", Format::Money, "asked for in the year"),
    request("request.sum_own", Format::Money, "own money in the year"),
    request("request.due_day", Format::Day, "last day for the request"),
    request("request.version", Format::Text, "first version or correction"),
    // F2, once.
    statement("statement.number", Format::Count, "running number"),
    statement("statement.awarded_supplements", Format::Money, "awarded for supplements"),
    statement("statement.awarded_employment", Format::Money, "awarded for employment costs"),
    statement("statement.awarded", Format::Money, "awarded in all"),
    statement("statement.accepted", Format::Text, "TAK: taken, NIE: refused"),
    statement("statement.accepted_amount", Format::Money, "amount taken"),
    statement("statement.assistants", Format::Count, "number of assistants"),
    statement("statement.posts", Format::Posts, "number of posts"),
    statement("statement.account", Format::Text, "bank account"),
    statement("statement.day", Format::Day, "day of the statement"),
    statement("statement.sentence", Format::Text, "what the municipality states, in a sentence"),
    statement("statement.deadline", Format::Text, "last day, or how many days after the result"),
    statement("statement.version", Format::Text, "first version or correction"),
    // F5, one row a document and paragraph.
    document("document.number", Format::Count, "running number"),
    document("document.document_number", Format::Text, "number of the accounting document"),
    document("document.kind", Format::Text, "payroll, contributions, bill, re-booking, bank statement"),
    document("document.day", Format::Day, "day of the document"),
    document("document.paid_on", Format::Day, "day of payment"),
    document("document.statement_number", Format::Text, "number of the bank statement"),
    document("document.name", Format::Text, "name of the expense"),
    document("document.month", Format::Month, "month it concerns"),
    document("document.paragraph", Format::Text, "budget paragraph"),
    document("document.amount", Format::Money, "amount of the document"),
    document("document.eligible", Format::Money, "of which eligible"),
    document("document.programme", Format::Money, "of which from the programme"),
    document("document.own", Format::Money, "of which own money"),
    document("document.other_public", Format::Money, "of which other public money"),
    document("document.assistant", Format::Text, "identifier of the assistant"),
    document("document.remarks", Format::Text, "remarks"),
    documents("documents.version", Format::Text, "first version or correction"),
    documents("documents.division", Format::Text, "division and chapter of the budget"),
    // F8, one row a period of one rate.
    period("interest.number", Format::Count, "running number"),
    period("interest.basis", Format::Text, "provision or clause of the contract"),
    period("interest.principal", Format::Money, "principal"),
    period("interest.from", Format::Day, "first day"),
    period("interest.to", Format::Day, "last day, counted in"),
    period("interest.days", Format::Count, "days"),
    period("interest.rate", Format::Percent, "rate a year"),
    period("interest.amount", Format::Unrounded, "interest of the period, not rounded"),
    interest("interest.sum", Format::Unrounded, "interest of all periods, not rounded"),
    interest("interest.rounded", Format::Money, "rounded to whole złoty"),
    interest("interest.payable", Format::Money, "interest to pay"),
    interest("interest.threshold", Format::Money, "up to which nothing is charged"),
    interest("interest.to_return", Format::Money, "principal to return"),
    interest("interest.in_all", Format::Money, "principal and interest to pay"),
    interest("interest.regime", Format::Text, "rules the interest follows"),
    interest("interest.clause", Format::Text, "clause of the contract"),
    interest("interest.component", Format::Text, "money it is about"),
    interest("interest.transferred_on", Format::Day, "day the money came"),
    interest("interest.due_on", Format::Day, "last day of return without interest"),
    interest("interest.returned_on", Format::Day, "day of return"),
    interest("interest.bank", Format::Money, "interest the bank paid, to return"),
    interest("interest.version", Format::Text, "first version or correction"),
    // A voivode's collective form, one row a municipality, beside the municipality's own fields.
    collected("collective.number", Format::Count, "running number"),
    collected("collective.powiat", Format::Text, "powiat of the municipality"),
    collected("collective.kind", Format::Text, "kind of the municipality in words"),
    collected("collective.wk", Format::Text, "TERYT: digits of the voivodeship"),
    collected("collective.pk", Format::Text, "TERYT: digits of the powiat"),
    collected("collective.gk", Format::Text, "TERYT: digits of the municipality"),
    collected("collective.kind_code", Format::Text, "TERYT: digit of the kind"),
    collected("collective.requested", Format::Money, "money asked for"),
    collected("collective.requested_assistants", Format::Count, "people asked for"),
    collected("collective.requested_posts", Format::Posts, "posts asked for"),
    collected("collective.accepted", Format::Text, "statement: award taken or refused"),
    collected("collective.resigned", Format::Text, "TAK: gave the grant up, NIE: did not"),
    collected("collective.posts_divided", Format::Posts, "posts by the division of the grant"),
    collected("collective.posts_agreed", Format::Posts, "posts by the agreement"),
    collected("collective.granted_divided", Format::Money, "grant by the division"),
    collected("collective.granted_agreed", Format::Money, "grant by the agreement"),
    collected("collective.return_day", Format::Day, "day of the last return"),
    collected("collective.return_principal", Format::Money, "to return, without interest"),
    collected("collective.unsettled", Format::Money, "grant not settled"),
    collected("collective.unsettled_people", Format::Count, "people the grant not settled concerns"),
    collected("collective.share", Format::Percent, "co-financing over the cost of the task"),
    collected("collective.received_on", Format::Day, "day the settlement came in"),
    collected("collective.status", Format::Text, "verdict on the settlement"),
    collected("collective.remarks", Format::Text, "remarks"),
    once(Paper::Collective, "collective.year", Format::Count, "budget year"),
    once(Paper::Collective, "collective.version", Format::Text, "first version or correction"),
];
