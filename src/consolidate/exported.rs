//! What tells an export of this program from other folders. Reads no table: that is `frames::import`.

use std::path::Path;

/// File of the schema.
pub const SCHEMA: &str = "schemat.json";

/// Folder of the table of municipalities.
pub const MUNICIPALITIES: &str = "gminy";

/// Is a folder an export? Both marks must be there: a folder of reports may well be named `gminy`.
pub fn is_export(folder: &Path) -> bool {
    folder.join(SCHEMA).is_file() && folder.join(MUNICIPALITIES).is_dir()
}
