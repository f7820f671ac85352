//! The engine's model, built out of the cells that stand in the bytes of a workbook.
//!
//! The engine's own import parses every formula twice over and reads looks, links and sizes that no result depends on.
//! Here only what is computed is read; the engine's parser still reads the formulas and the engine computes every cell.

use ironcalc::base::Model;
use ironcalc::base::expressions::parser::new_parser_english;
use ironcalc::base::types::{
    Cell, Metadata, SheetData, SheetState, Styles, Theme, Workbook, WorkbookSettings, Worksheet,
};

use super::formula::Formulas;
use crate::intake::written::{self, Held, Written};

/// Loads the bytes; nothing is computed yet. Language and time zone are the engine's own, never the machine's.
pub fn model(bytes: &[u8]) -> Result<Model<'static>, String> {
    let Written { texts, sheets } = written::read(bytes).map_err(|e| e.to_string())?;
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let mut parser = new_parser_english(names, Vec::new(), Default::default());
    let (mut worksheets, mut parsed) = (Vec::new(), Vec::new());
    for (id, sheet) in (1..).zip(&sheets) {
        let mut formulas = Formulas::of(&mut parser, &sheet.name);
        let (mut data, mut row) = (SheetData::new(), (0, Vec::new()));
        for cell in sheet.cells() {
            let (at, held) = cell.map_err(|e| e.to_string())?;
            let (number, column) = (place(at.0)?, place(at.1)?);
            let cell = match held {
                Held::Formula(text) => Cell::new_formula(formulas.add(&text, (number, column))?, 0),
                Held::Number(n) => Cell::new_number(n, 0),
                Held::Text(text) => Cell::new_string(listed(text, &texts)?, 0),
                Held::Bool(truth) => Cell::new_boolean(truth, 0),
            };
            if row.0 != number {
                data.set_row(row.0, std::mem::take(&mut row.1));
                row.0 = number;
            }
            row.1.push((column, cell));
        }
        data.set_row(row.0, row.1);
        worksheets.push(worksheet(&sheet.name, id, data));
        parsed.push(formulas.parsed());
    }
    let mut model = Model::from_workbook(workbook(texts, worksheets), "en")?;
    // The engine goes only through sheets whose list of formulas is not empty; the texts in it are asked for by nobody.
    for (worksheet, parsed) in model.workbook.worksheets.iter_mut().zip(&parsed) {
        worksheet.shared_formulas = vec![String::new(); parsed.len()];
    }
    model.parsed_formulas = parsed;
    Ok(model)
}

/// The engine counts rows and columns from one.
fn place(from_zero: u32) -> Result<i32, String> {
    i32::try_from(from_zero).map(|n| n + 1).map_err(|e| e.to_string())
}

fn listed(text: usize, texts: &[String]) -> Result<i32, String> {
    let index = i32::try_from(text).ok().filter(|_| text < texts.len());
    index.ok_or_else(|| format!("no text {text}"))
}

fn worksheet(name: &str, id: u32, sheet_data: SheetData) -> Worksheet {
    Worksheet {
        dimension: "A1".to_owned(),
        cols: Vec::new(),
        rows: Vec::new(),
        name: name.to_owned(),
        sheet_data,
        shared_formulas: Vec::new(),
        sheet_id: id,
        state: SheetState::Visible,
        color: Default::default(),
        merged_cells: Vec::new(),
        comments: Vec::new(),
        frozen_rows: 0,
        frozen_columns: 0,
        show_grid_lines: true,
        conditional_formatting: Vec::new(),
        links: Default::default(),
    }
}

fn workbook(shared_strings: Vec<String>, worksheets: Vec<Worksheet>) -> Workbook {
    let nobody = String::new;
    Workbook {
        shared_strings,
        defined_names: Vec::new(),
        worksheets,
        styles: Styles::default(),
        name: "rozlicz".to_owned(),
        settings: WorkbookSettings { tz: "UTC".to_owned(), locale: "en".to_owned() },
        metadata: Metadata {
            application: nobody(),
            app_version: nobody(),
            creator: nobody(),
            last_modified_by: nobody(),
            created: nobody(),
            last_modified: nobody(),
        },
        tables: Default::default(),
        theme: Theme::default(),
    }
}
