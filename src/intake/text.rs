//! Tables as text, one sheet a file. The one door to csv and `encoding_rs`.
//!
//! UTF-8 with or without a mark, UTF-16 with one, or Windows-1250; semicolon, tab or comma; rows are counted as a
//! spreadsheet counts them, blank lines included.

use super::raw::{Collector, Limit, MAX_TEXT_BYTES, RawSheet, RawValue, Trouble};

/// Reads a text table.
pub fn read(stem: &str, bytes: &[u8]) -> Result<Vec<RawSheet>, Trouble> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(Trouble::TooLarge(Limit::Bytes, format!("{} MB", bytes.len() / (1024 * 1024))));
    }
    let text = decode(bytes)?;
    let (separator, body) = match text.strip_prefix("sep=") {
        Some(rest) => {
            let named = rest.bytes().next().filter(|b| b";,\t".contains(b));
            // The line stays a row, or every address would be one too small.
            (named.unwrap_or(b';'), format!("\n{}", rest.split_once('\n').map_or("", |(_, body)| body)))
        }
        None => (separator(&text), text),
    };
    let mut sheet = RawSheet { name: stem.to_owned(), cells: Vec::new() };
    let mut collector = Collector::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut next_row = 0_u32;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_record(&mut record).map_err(|e| Trouble::Damaged(e.to_string()))?;
        if !more {
            return Ok(vec![sheet]);
        }
        let blank =
            body.as_bytes().get(start..).unwrap_or_default().iter().take_while(|b| **b == b'\n').count();
        let row = next_row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        for (column, field) in (0_u32..).zip(record.iter()) {
            collector.take(&mut sheet, (row, column), RawValue::text(field.trim()))?;
        }
        next_row = row.saturating_add(1);
    }
}

fn decode(bytes: &[u8]) -> Result<String, Trouble> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None if bytes.contains(&0) => return Err(Trouble::NotAWorkbook),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => encoding_rs::WINDOWS_1250.decode_without_bom_handling(bytes).0,
        },
    };
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Returns the separator that most of the first lines have outside quotes; a semicolon wins a tie, since a comma may
/// be decimal.
fn separator(text: &str) -> u8 {
    let mut lines = [0_u32; 3];
    for line in text.lines().filter(|l| !l.trim().is_empty()).take(30) {
        let mut quoted = false;
        let mut has = [false; 3];
        for byte in line.bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b';' if !quoted => has[0] = true,
                b'\t' if !quoted => has[1] = true,
                b',' if !quoted => has[2] = true,
                _ => {}
            }
        }
        for (count, found) in lines.iter_mut().zip(has) {
            *count += u32::from(found);
        }
    }
    let most = lines.iter().max().copied().unwrap_or_default();
    [b';', b'\t', b','].into_iter().zip(lines).find(|(_, n)| *n == most).map_or(b';', |(b, _)| b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(sheets: &[RawSheet], row: u32, column: u32) -> String {
        let found = sheets[0].cells.iter().find(|c| c.row == row && c.column == column);
        found.map(|c| c.value.seen()).unwrap_or_default()
    }

    #[test]
    fn windows_1250_with_semicolons_is_read() {
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1250.encode("Składnik;Przyznano (zł)\r\ndodatki;1 000,50\r\n");
        let sheets = read("Środki", &bytes).expect("a table");
        assert_eq!(cell(&sheets, 0, 0), "Składnik");
        assert_eq!(cell(&sheets, 1, 1), "1 000,50");
    }

    #[test]
    fn blank_lines_and_quoted_breaks_keep_the_count_of_a_spreadsheet() {
        let sheets = read("x", b"a,b\n\n\"two\nlines\",c\nd,e\n").expect("a table");
        assert_eq!(cell(&sheets, 2, 1), "c");
        assert_eq!(cell(&sheets, 3, 0), "d");
    }

    #[test]
    fn the_separator_is_found_beside_decimal_commas() {
        assert_eq!(separator("A;B\n1,5;2,5\n3,5;4,5"), b';');
        assert_eq!(separator("A,B\n1,2"), b',');
        assert_eq!(separator("A\tB, b\n1\t2"), b'\t');
    }
}
