//! From a file as written to a form: every word of a closed list is known, every column named exists.

mod table;

use table::{list, table, width};
use toml::Spanned;

use super::raw;
use crate::forms::definition::{
    Block, FieldBlock, FieldRef, FormDefinition, Note, NoteWhen, PartOf, ProductNote, RowUnit,
    SheetDefinition, Status,
};
use crate::forms::fields::{Field, Scope};
use crate::forms::notes::PLACEHOLDERS;
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
        let blocks = s.block.into_iter().map(block).collect::<Outcome<Vec<Block>>>()?;
        sheets.push(SheetDefinition { name, blocks });
    }
    let notes = raw.note.iter().map(note).collect::<Outcome<Vec<Note>>>()?;
    Ok(FormDefinition {
        id: folder.to_owned(),
        title: raw.title,
        status,
        act: raw.act,
        programmes: raw.programmes,
        footer,
        notes,
        sheets,
    })
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

fn block(raw: raw::Block) -> Outcome<Block> {
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
            &["component", "total", "month_group", "months", "month_names", "month_numbers", "month_column"],
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
            field: raw.field.map(|f| plain_field(&f, Scope::Once)).transpose()?,
            width: raw.width.as_ref().map(width).transpose()?,
            lines_high: raw.lines_high.as_ref().map(lines_high).transpose()?,
            beside: raw.beside.unwrap_or(false),
        }),
        Kind::Table => Block::Table(table(at, raw)?),
        Kind::List => Block::List(list(at, raw)?),
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

/// Finds a field that may stand where `place` says.
fn plain_field(written: &Spanned<String>, place: Scope) -> Outcome<Field> {
    let (name, at) = (written.get_ref(), written.span().start);
    let Some(field) = Field::by_name(name) else {
        return trouble(at, format!("no field \"{name}\"; nearest: \"{}\"", Field::nearest_name(name)));
    };
    let fits = match field.scope() {
        Scope::Once => true,
        scope => scope == place,
    };
    if fits { Ok(field) } else { trouble(at, format!("field \"{name}\" cannot stand here ({place:?})")) }
}

fn field_ref(written: &Spanned<String>, round: Option<&Spanned<String>>, place: Scope) -> Outcome<FieldRef> {
    let field = plain_field(written, place)?;
    let half = round
        .map(|r| word("round", r, &[("I-VI", HalfYear::First), ("VII-XII", HalfYear::Second)]))
        .transpose()?;
    if half.is_some() && !field.has_rounds() {
        return trouble(written.span().start, format!("field \"{}\" has no rounds", written.get_ref()));
    }
    Ok(FieldRef { field, round: half, month: None })
}

fn row_unit(written: &Spanned<String>) -> Outcome<RowUnit> {
    word("rows", written, &[("assistant", RowUnit::Assistant), ("municipality", RowUnit::Municipality)])
}

fn part_of(written: &Spanned<String>) -> Outcome<PartOf> {
    word("component", written, &[("supplement", PartOf::Supplement), ("employment", PartOf::Employment)])
}

fn note(raw: &raw::Note) -> Outcome<Note> {
    let at = raw.text.span().start;
    let rest = PLACEHOLDERS.iter().fold(raw.text.get_ref().clone(), |text, known| text.replace(known, ""));
    if rest.contains(['{', '}']) {
        return trouble(at, format!("braces in a note hold one of: {}", PLACEHOLDERS.join(", ")));
    }
    let when =
        raw.when.as_ref().map_or(Ok(0), |w| word("when", w, &[("product-differs", 1), ("given", 2)]))?;
    let when = match (when, &raw.rows, &raw.rate, &raw.times, &raw.shown) {
        (1, Some(rows), Some(rate), Some(times), Some(shown)) => {
            let rows = row_unit(rows)?;
            let place = if rows == RowUnit::Assistant { Scope::Assistant } else { Scope::Once };
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
            NoteWhen::Given(plain_field(shown, Scope::Once)?)
        }
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
