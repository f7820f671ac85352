//! From a file as written to a form: every word of a closed list is known, every column named exists.

mod table;

use table::{list, table, width};
use toml::Spanned;

use super::raw;
use crate::forms::definition::{
    Block, FieldBlock, FieldRef, FormDefinition, Note, NoteWhen, Paper, PartOf, ProductNote, RowUnit,
    SheetDefinition, Status,
};
use crate::forms::fields::{Field, Scope};
use crate::forms::notes::PLACEHOLDERS;
use crate::programme::Mark;
use crate::records::HalfYear;

/// What is wrong and where: a position in the file, counted in bytes.
pub struct Trouble {
    pub at: usize,
    pub problem: String,
}

type Outcome<T> = Result<T, Trouble>;

fn trouble<T>(at: usize, problem: String) -> Outcome<T> {
    Err(Trouble { at, problem })
}

/// Finds a word of a closed list.
fn word<T: Copy>(key: &str, written: &Spanned<String>, accepted: &[(&str, T)]) -> Outcome<T> {
    if let Some((_, value)) = accepted.iter().find(|(name, _)| name == written.get_ref()) {
        return Ok(*value);
    }
    let names: Vec<&str> = accepted.iter().map(|(name, _)| *name).collect();
    trouble(
        written.span().start,
        format!("`{key}` is \"{}\"; accepted: {}", written.get_ref(), names.join(", ")),
    )
}

/// Checks a whole form.
pub fn form(folder: &str, raw: raw::Form) -> Outcome<FormDefinition> {
    if raw.id.get_ref() != folder {
        return trouble(
            raw.id.span().start,
            format!("`id` is \"{}\" but the folder is \"{folder}\"", raw.id.get_ref()),
        );
    }
    let status = word(
        "status",
        &raw.status,
        &[("official", Status::Official), ("reconstructed", Status::Reconstructed)],
    )?;
    let footer = raw.footer.unwrap_or_default();
    match (status, footer.is_empty()) {
        (Status::Official, false) => {
            return trouble(
                raw.status.span().start,
                "`footer` is not for official forms: they bear no note of ours".into(),
            );
        }
        (Status::Reconstructed, true) => {
            return trouble(raw.status.span().start, "a reconstructed form must say so in `footer`".into());
        }
        _ => {}
    }
    let paper = raw.paper.as_ref().map(self::paper).transpose()?;
    let programmes = match (paper, raw.programmes) {
        (None | Some(Paper::Collective), Some(programmes)) => programmes,
        (None, None) => {
            return trouble(raw.id.span().start, "a form of settlement needs `programmes`".into());
        }
        (Some(Paper::Collective), None) => {
            return trouble(
                raw.id.span().start,
                "a collective form needs `programmes`; `programmes = []`: of every edition that has no other"
                    .into(),
            );
        }
        (Some(_), None) => Vec::new(),
        (Some(_), Some(programmes)) if programmes.is_empty() => programmes,
        (Some(_), Some(_)) => {
            return trouble(
                raw.id.span().start,
                "`programmes` is not for papers: a form with `paper` serves every programme".into(),
            );
        }
    };
    let usual = if status == Status::Official { Mark::Confirmed } else { Mark::Assumed };
    let mark = raw.mark.as_ref().map_or(Ok(usual), mark)?;
    let mut sheets: Vec<SheetDefinition> = Vec::new();
    for s in raw.sheet {
        let name = s.name.get_ref().clone();
        let unfit = name.is_empty()
            || name.chars().count() > 31
            || name.contains(['[', ']', ':', '*', '?', '/', '\\']);
        if unfit || sheets.iter().any(|other| other.name == name) {
            return trouble(
                s.name.span().start,
                format!("sheet name \"{name}\": 1 to 31 characters, none of []:*?/\\, each name once"),
            );
        }
        let blocks = s.block.into_iter().map(|b| block(b, paper)).collect::<Outcome<Vec<Block>>>()?;
        let pages_wide = s.pages_wide.map(|n| in_range("pages_wide", &n, 1, 4)).transpose()?;
        let first_columns = s.first_columns.map(|n| in_range("first_columns", &n, 1, 8)).transpose()?;
        sheets.push(SheetDefinition { name, pages_wide, first_columns, blocks });
    }
    let notes = raw.note.iter().map(|n| note(n, paper)).collect::<Outcome<Vec<Note>>>()?;
    Ok(FormDefinition {
        id: folder.to_owned(),
        title: raw.title,
        status,
        mark,
        act: raw.act,
        programmes,
        paper,
        footer,
        notes,
        sheets,
    })
}

fn in_range<T: Copy + PartialOrd + std::fmt::Display>(
    key: &str,
    written: &Spanned<T>,
    least: T,
    most: T,
) -> Outcome<T> {
    let value = *written.get_ref();
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    trouble(written.span().start, format!("`{key}` is {value}; accepted: {least} to {most}"))
}

fn mark(written: &Spanned<String>) -> Outcome<Mark> {
    let accepted = [("confirmed", Mark::Confirmed), ("inferred", Mark::Inferred), ("assumed", Mark::Assumed)];
    word("mark", written, &accepted)
}

fn paper(written: &Spanned<String>) -> Outcome<Paper> {
    word("paper", written, &Paper::ALL.map(|paper| (paper.word(), paper)))
}

#[derive(Clone, Copy)]
enum Kind {
    Heading,
    Field,
    Table,
    List,
    Signature,
    Footnote,
    Section,
}

fn block(raw: raw::Block, paper: Option<Paper>) -> Outcome<Block> {
    let kind = word(
        "kind",
        &raw.kind,
        &[
            ("heading", Kind::Heading),
            ("field", Kind::Field),
            ("table", Kind::Table),
            ("list", Kind::List),
            ("signature", Kind::Signature),
            ("footnote", Kind::Footnote),
            ("section", Kind::Section),
        ],
    )?;
    let at = raw.kind.span().start;
    let (needed, more): (&[&str], &[&str]) = match kind {
        Kind::Heading => (&["lines"], &[]),
        Kind::Field => (&["label"], &["field", "width", "beside", "lines_high"]),
        Kind::Table => (
            &["rows", "column"],
            &[
                "component",
                "total",
                "half_totals",
                "month_group",
                "months",
                "month_names",
                "month_numbers",
                "month_column",
            ],
        ),
        Kind::List => (&["headings", "widths", "row"], &["spans"]),
        Kind::Signature | Kind::Footnote | Kind::Section => (&["text"], &[]),
    };
    let keys = raw.keys();
    if let Some(stray) = keys.iter().find(|k| !needed.contains(k) && !more.contains(k)) {
        let accepted = [needed, more].concat().join(", ");
        return trouble(
            at,
            format!("`{stray}` does not belong to kind \"{}\"; accepted: {accepted}", raw.kind.get_ref()),
        );
    }
    if let Some(missing) = needed.iter().find(|k| !keys.contains(k)) {
        return trouble(at, format!("kind \"{}\" needs `{missing}`", raw.kind.get_ref()));
    }
    Ok(match kind {
        Kind::Heading => Block::Heading(raw.lines.unwrap_or_default()),
        Kind::Field => Block::Field(FieldBlock {
            label: raw.label.unwrap_or_default(),
            field: raw.field.map(|f| plain_field(&f, Place::once(paper))).transpose()?,
            width: raw.width.as_ref().map(width).transpose()?,
            lines_high: raw.lines_high.as_ref().map(lines_high).transpose()?,
            beside: raw.beside.unwrap_or(false),
        }),
        Kind::Table => Block::Table(table(at, raw, paper)?),
        Kind::List => Block::List(list(at, raw, paper)?),
        Kind::Signature => Block::Signature(raw.text.unwrap_or_default()),
        Kind::Footnote => Block::Footnote(raw.text.unwrap_or_default()),
        Kind::Section => Block::Section(raw.text.unwrap_or_default()),
    })
}

fn lines_high(raw: &Spanned<u32>) -> Outcome<u32> {
    match *raw.get_ref() {
        lines @ 1..=10 => Ok(lines),
        other => trouble(raw.span().start, format!("`lines_high` is {other}; accepted: 1 to 10 lines")),
    }
}

/// Where a field is to stand.
#[derive(Clone, Copy)]
struct Place {
    /// In what rows.
    scope: Scope,
    /// On what paper; none: on a form of settlement.
    paper: Option<Paper>,
}

impl Place {
    fn once(paper: Option<Paper>) -> Self {
        Self { scope: Scope::Once, paper }
    }

    fn row(rows: RowUnit, paper: Option<Paper>) -> Self {
        let scope = match rows {
            RowUnit::Assistant => Scope::Assistant,
            RowUnit::Municipality => Scope::Once,
            RowUnit::Listed(paper) => Scope::Listed(paper),
        };
        Self { scope, paper }
    }
}

/// Finds a field that may stand where `place` says.
fn plain_field(written: &Spanned<String>, place: Place) -> Outcome<Field> {
    let (name, at) = (written.get_ref(), written.span().start);
    let Some(field) = Field::by_name(name) else {
        return trouble(at, format!("no field \"{name}\"; nearest: \"{}\"", Field::nearest_name(name)));
    };
    match (field, place.paper) {
        (field, Some(Paper::Collective)) => return collective_field(field, written, place),
        (Field::Listed(listed), other) if other != Some(listed.paper) => {
            let problem = format!("field \"{name}\" needs paper = \"{}\"", listed.paper.word());
            return trouble(at, problem);
        }
        (field, Some(_)) if field.of_settlement() => {
            return trouble(at, format!("field \"{name}\" is a settlement's; a paper has none"));
        }
        _ => {}
    }
    let fits = match field.scope() {
        Scope::Once => true,
        scope => scope == place.scope,
    };
    let scope = place.scope;
    if fits { Ok(field) } else { trouble(at, format!("field \"{name}\" cannot stand here ({scope:?})")) }
}

/// A collective form shows the municipality's own fields in its rows, and above them what it says itself or what is the
/// same for all municipalities.
fn collective_field(field: Field, written: &Spanned<String>, place: Place) -> Outcome<Field> {
    let (name, at) = (written.get_ref(), written.span().start);
    let own = matches!(field, Field::Listed(listed) if listed.paper == Paper::Collective && !listed.in_row);
    let once = own || matches!(field, Field::Agreement(_) | Field::Municipality(_));
    match place.scope {
        Scope::Listed(_) if field.of_municipality() => Ok(field),
        Scope::Listed(_) => trouble(
            at,
            format!("field \"{name}\" is no figure of a municipality, nor the only name of a total"),
        ),
        _ if once => Ok(field),
        _ => trouble(at, format!("field \"{name}\" cannot stand here ({:?})", place.scope)),
    }
}

fn field_ref(written: &Spanned<String>, round: Option<&Spanned<String>>, place: Place) -> Outcome<FieldRef> {
    let field = plain_field(written, place)?;
    let half = round
        .map(|r| word("round", r, &[("I-VI", HalfYear::First), ("VII-XII", HalfYear::Second)]))
        .transpose()?;
    if half.is_some() && !field.has_rounds() {
        return trouble(written.span().start, format!("field \"{}\" has no rounds", written.get_ref()));
    }
    Ok(FieldRef { field, round: half, month: None })
}

fn row_unit(written: &Spanned<String>, paper: Option<Paper>) -> Outcome<RowUnit> {
    let mut accepted = vec![("municipality", RowUnit::Municipality)];
    match paper {
        None => accepted.insert(0, ("assistant", RowUnit::Assistant)),
        Some(paper) => accepted.extend(paper.row_word().map(|word| (word, RowUnit::Listed(paper)))),
    }
    word("rows", written, &accepted)
}

fn part_of(written: &Spanned<String>) -> Outcome<PartOf> {
    word("component", written, &[("supplement", PartOf::Supplement), ("employment", PartOf::Employment)])
}

fn note(raw: &raw::Note, paper: Option<Paper>) -> Outcome<Note> {
    let at = raw.text.span().start;
    let of_settlement = matches!(paper, None | Some(Paper::Collective));
    if !of_settlement && (raw.when.is_some() || raw.component.is_some()) {
        return trouble(at, "a note of a paper has `text` only".into());
    }
    let rest = PLACEHOLDERS.iter().fold(raw.text.get_ref().clone(), |text, known| text.replace(known, ""));
    if rest.contains(['{', '}']) {
        return trouble(at, format!("braces in a note hold one of: {}", PLACEHOLDERS.join(", ")));
    }
    let mut accepted = vec![("product-differs", 1), ("given", 2)];
    if paper == Some(Paper::Collective) {
        accepted = vec![("product-differs", 1), ("rows-differ", 3)];
    }
    let when = raw.when.as_ref().map_or(Ok(0), |w| word("when", w, &accepted))?;
    let when = match (when, &raw.rows, &raw.rate, &raw.times, &raw.shown) {
        (1, Some(rows), Some(rate), Some(times), Some(shown)) => {
            let rows = row_unit(rows, paper)?;
            let place = Place::row(rows, paper);
            let of_round = |f: &Spanned<String>| field_ref(f, raw.round.as_ref(), place);
            NoteWhen::ProductDiffers(ProductNote {
                rows,
                rate: field_ref(rate, None, place)?,
                times: of_round(times)?,
                shown: of_round(shown)?,
            })
        }
        (1, ..) => {
            return trouble(at, "when = \"product-differs\" needs `rows`, `rate`, `times`, `shown`".into());
        }
        (2, None, None, None, Some(shown)) if raw.round.is_none() => {
            NoteWhen::Given(plain_field(shown, Place::once(paper))?)
        }
        (3, None, None, None, Some(shown)) => {
            let place = Place::row(RowUnit::Listed(Paper::Collective), paper);
            NoteWhen::RowsDiffer(field_ref(shown, raw.round.as_ref(), place)?)
        }
        (3, ..) => return trouble(at, "when = \"rows-differ\" needs `shown`".into()),
        (2, ..) => return trouble(at, "when = \"given\" needs `shown` and nothing else".into()),
        (_, None, None, None, None) if raw.round.is_none() => NoteWhen::Always,
        _ => {
            return trouble(
                at,
                "`rows`, `rate`, `times`, `shown`, `round` go with when = \"product-differs\"".into(),
            );
        }
    };
    let component = raw.component.as_ref().map(part_of).transpose()?;
    Ok(Note { text: raw.text.get_ref().clone(), part_of: component, when })
}
