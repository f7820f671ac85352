//! Writes the sample workbooks of `sample-data/` from the readable tables of `examples/samples/`.
//!
//! `cargo run --example make_samples` after a change of a table. All people are invented. The same tables give the
//! same bytes. `sample-data/awkward` is made elsewhere.

#[path = "../tests/support/workbook.rs"]
#[allow(dead_code)]
mod workbook;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = std::fs::read_dir(root.join("examples/samples"))?
        .map(|e| e.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    folders.sort();
    for folder in folders {
        let Some(name) = folder.file_name() else { continue };
        let out = root.join("sample-data").join(name);
        std::fs::create_dir_all(&out)?;
        let file = out.join(name).with_extension("xlsx");
        workbook::write_xlsx(&file, &workbook::read_tables(&folder)?)?;
        println!("{}", file.display());
    }
    Ok(())
}
