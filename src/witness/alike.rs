//! Proof that a workbook read our way is what the engine's own import makes of it. For tests: it costs more than
//! all the rest of the second witness.

use ironcalc::base::Model;
use ironcalc::base::expressions::parser::stringify::to_rc_format;
use ironcalc::base::types::Cell;

use super::load;

/// Loads the bytes both ways, computes both, and compares every formula and every value. Returns the number of formulas.
pub fn imported_alike(bytes: &[u8]) -> Result<usize, String> {
    let workbook =
        ironcalc::import::load_from_xlsx_bytes(bytes, "rozlicz", "en", "UTC").map_err(|e| e.to_string())?;
    let mut imported = Model::from_workbook(workbook, "en")?;
    let mut ours = load::model(bytes)?;
    let names =
        |model: &Model<'_>| model.workbook.worksheets.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    if names(&ours) != names(&imported) {
        return Err(format!("{:?} {:?}", names(&ours), names(&imported)));
    }
    let formulas = formulas(&ours)?;
    if formulas != self::formulas(&imported)? {
        return Err(first_difference(&formulas, &self::formulas(&imported)?));
    }
    ours.evaluate();
    imported.evaluate();
    let (ours, imported) = (values(&ours)?, values(&imported)?);
    if ours != imported {
        return Err(first_difference(&ours, &imported));
    }
    Ok(formulas.len())
}

/// A cell's sheet, row and column, and what is told of it.
type Told = (usize, i32, i32, String);

fn first_difference(ours: &[Told], imported: &[Told]) -> String {
    let differing = ours.iter().zip(imported).find(|(a, b)| a != b);
    format!("{} {}: {differing:?}", ours.len(), imported.len())
}

/// Every formula as the engine would print it from what it will compute.
fn formulas(model: &Model<'_>) -> Result<Vec<Told>, String> {
    let mut all = Vec::new();
    for (sheet, worksheet) in model.workbook.worksheets.iter().enumerate() {
        for (row, column, cell) in worksheet.sheet_data.cells() {
            let Some(number) = cell.get_formula() else { continue };
            let parsed =
                usize::try_from(number).ok().and_then(|number| model.parsed_formulas.get(sheet)?.get(number));
            let (node, _) = parsed.ok_or_else(|| format!("{sheet} {row} {column}: no formula {number}"))?;
            all.push((sheet, row, column, to_rc_format(node)));
        }
    }
    Ok(all)
}

/// Every value of a filled cell.
fn values(model: &Model<'_>) -> Result<Vec<Told>, String> {
    let mut all = Vec::new();
    for (index, worksheet) in (0..).zip(&model.workbook.worksheets) {
        for (row, column, cell) in worksheet.sheet_data.cells() {
            if !matches!(*cell, Cell::EmptyCell { .. }) {
                let value = model.get_cell_value_by_index(index, row, column)?;
                all.push((index as usize, row, column, format!("{value:?}")));
            }
        }
    }
    Ok(all)
}
