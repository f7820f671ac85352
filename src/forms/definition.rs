//! A form as types: sheets, blocks of closed kinds, columns and cells. Built only by [`super::load`], which has checked
//! that every reference holds, so filling cannot fail.

use super::fields::Field;
use crate::programme::Mark;
use crate::records::HalfYear;

/// A paper beside the settlement. Its figures are handed over by name ([`super::listed::Listed`]), not looked up in a
/// settlement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Paper {
    /// The request for money, by months.
    Request,
    /// The statement that an award is taken or refused.
    Statement,
    /// The list of accounting documents.
    Documents,
    /// Interest, period by period.
    Interest,
    /// A voivode's collective form, one row a municipality. Its rows show the municipality's own fields, handed over by
    /// [`FieldRef`] ([`super::collected::Collected`]).
    Collective,
}

impl Paper {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Request, Self::Statement, Self::Documents, Self::Interest, Self::Collective];

    /// The word of the key `paper`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Statement => "statement",
            Self::Documents => "documents",
            Self::Interest => "interest",
            Self::Collective => "collective",
        }
    }

    /// The word of the key `rows` for the paper's own rows; a paper without has one row in all.
    pub const fn row_word(self) -> Option<&'static str> {
        match self {
            Self::Request => Some("month"),
            Self::Statement => None,
            Self::Documents => Some("document"),
            Self::Interest => Some("interest-period"),
            Self::Collective => Some("settled-municipality"),
        }
    }
}

/// Whether the layout is the ministry's or ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Published in an act; words as printed.
    Official,
    /// Built by us where no form was published; says so at the foot of every page.
    Reconstructed,
}

/// A form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormDefinition {
    /// Name of its folder.
    pub id: String,
    /// Title.
    pub title: String,
    /// Official or reconstructed.
    pub status: Status,
    /// How sure its words are: confirmed where the file says nothing and the form is official, else assumed.
    pub mark: Mark,
    /// The act it follows, or what the reconstruction rests on.
    pub act: String,
    /// Ids of the programmes it serves; none for papers, which serve all, and for the collective form of editions that
    /// have none of their own.
    pub programmes: Vec<String>,
    /// The paper beside the settlement that it is; none: it is a form of settlement.
    pub paper: Option<Paper>,
    /// Text at the foot of every page; empty on official forms, which bear no note of ours.
    pub footer: String,
    /// What the sheet of checks says about the form.
    pub notes: Vec<Note>,
    /// Sheets in order.
    pub sheets: Vec<SheetDefinition>,
}

/// A remark about the form, for the sheet of checks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Its words; amounts stand in for words in braces.
    pub text: String,
    /// Only when the municipality uses this component.
    pub part_of: Option<PartOf>,
    /// When it is made.
    pub when: NoteWhen,
}

/// When a note is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoteWhen {
    /// With every form.
    Always,
    /// When a printed product is not the figure shown.
    ProductDiffers(ProductNote),
    /// When the office gave an amount, other than zero, for which the form has no cell.
    Given(Field),
    /// When a figure that the form shows once is not the same for all rows.
    RowsDiffer(FieldRef),
}

/// A printed product and the figure shown in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProductNote {
    /// Whose figures.
    pub rows: RowUnit,
    /// First factor.
    pub rate: FieldRef,
    /// Second factor.
    pub times: FieldRef,
    /// The figure shown.
    pub shown: FieldRef,
}

/// A sheet of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetDefinition {
    /// Name, at most 31 characters.
    pub name: String,
    /// Pages side by side in print; none: one.
    pub pages_wide: Option<u16>,
    /// How many first columns stay in sight when one scrolls, and are printed on each of the pages side by side.
    pub first_columns: Option<u32>,
    /// Blocks from top to bottom.
    pub blocks: Vec<Block>,
}

/// What a sheet is made of. A closed list: a further kind needs code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// Title lines over the whole width; the first is the title.
    Heading(Vec<String>),
    /// A label and a value.
    Field(FieldBlock),
    /// A table with numbered columns.
    Table(Table),
    /// A table with named rows.
    List(List),
    /// A line to sign at the right.
    Signature(String),
    /// A footnote at the left.
    Footnote(String),
    /// A section heading over the whole width.
    Section(String),
}

/// A label and a value above or below a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldBlock {
    /// Label as printed.
    pub label: String,
    /// Value; none leaves room to write by hand.
    pub field: Option<Field>,
    /// Width of the value in characters; none: by its kind.
    pub width: Option<u32>,
    /// Height of the line in lines of text, where there must be room to sign.
    pub lines_high: Option<u32>,
    /// Stands to the right of the field before, on the same line.
    pub beside: bool,
}

/// What a row of a table speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowUnit {
    /// One row an assistant.
    Assistant,
    /// One row in all.
    Municipality,
    /// One row for each that was handed over with the paper.
    Listed(Paper),
}

/// The money a part of a form is about: the part stays empty when the municipality does not use it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartOf {
    /// Supplements.
    Supplement,
    /// Employment costs.
    Employment,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What a row is.
    pub rows: RowUnit,
    /// The component it belongs to, if it belongs to one only.
    pub part_of: Option<PartOf>,
    /// Label of the total row; none: no total row.
    pub total: Option<String>,
    /// Labels of the rows that add up January to June and July to December, after the sixth and the twelfth row.
    pub half_totals: Option<[String; 2]>,
    /// Columns from left to right, those of months included.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Number as printed, misprints kept.
    pub number: String,
    /// Heading over this and its neighbours with the same words.
    pub group: Option<String>,
    /// Month heading, between group and heading.
    pub month: Option<String>,
    /// Heading as printed.
    pub heading: String,
    /// Width in characters.
    pub width: u32,
    /// Cell of a data row.
    pub cell: ColumnCell,
    /// Cell of the total row.
    pub total: TotalCell,
}

/// A value to show.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FieldRef {
    /// Which.
    pub field: Field,
    /// Of one round only; none: of all.
    pub round: Option<HalfYear>,
    /// Number of the month, for fields of an assistant and month.
    pub month: Option<u32>,
}

/// A formula over cells of the same row. Columns by position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowFormula {
    /// Sum of columns.
    Sum(Vec<usize>),
    /// First column minus second.
    Difference(usize, usize),
}

impl RowFormula {
    /// Returns the columns it reads, by position.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Sum(columns) => columns.clone(),
            Self::Difference(a, b) => vec![*a, *b],
        }
    }
}

/// What a data row shows in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ColumnCell {
    /// A figure of the settlement.
    Field(FieldRef),
    /// Computed from the row's own cells, as the form prints it.
    Formula(RowFormula),
    /// Nothing: left blank by the municipality, or given in the total row only.
    Empty,
}

/// What the total row shows in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TotalCell {
    /// Sum of the column.
    Sum,
    /// Mean of the column over the rows, to two decimals.
    Mean,
    /// A figure of the settlement.
    Field(FieldRef),
    /// Computed from the total row's own cells.
    Formula(RowFormula),
    /// Words, such as the `x` of a column that is not added up.
    Text(String),
    /// Nothing.
    Empty,
}

/// A table whose rows have names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct List {
    /// Headings from left to right; the first two are of number and name.
    pub headings: Vec<String>,
    /// Widths in characters of the sheet's columns.
    pub widths: Vec<u32>,
    /// Over how many of those columns each heading lies.
    pub spans: Vec<u32>,
    /// Rows.
    pub rows: Vec<ListRow>,
}

/// A row with a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListRow {
    /// Number as printed.
    pub number: String,
    /// Name of the row.
    pub label: String,
    /// Shown only when this holds; none: always.
    pub when: Option<When>,
    /// Values, one a heading after the second.
    pub values: Vec<ListValue>,
}

/// When a row of a list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// The sibling programme, whose own money the motivation supplement is.
    Sibling,
    /// Any other programme.
    NotSibling,
}

/// A value of a list's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListValue {
    /// A figure of the settlement.
    Field(FieldRef),
    /// First value of the row minus the second.
    Difference,
    /// Nothing.
    Empty,
}
