//! Text broken into lines and tables of wrapped cells, for the screen. Words are never cut; a no-break space holds.

use std::fmt::Write as _;

/// Words that stay with the next one: a number alone at the start of a line says nothing, and Polish print does not
/// leave a one-letter word at the end of one.
const WITH_NEXT: [&str; 13] = [
    "§",
    "M.P.",
    "Dz.U.",
    "art.",
    "część",
    "lit.",
    "nr",
    "pkt",
    "poz.",
    "ppkt",
    "rozdział",
    "rozdziały",
    "ust.",
];
/// Words that stay with the one before.
const WITH_BEFORE: [&str; 3] = ["r.", "zł", "%"];

/// Breaks a text into lines of at most `width` characters; a longer word has a line of its own.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for piece in pieces(text) {
        match all.last_mut() {
            Some(line) if line.chars().count() + 1 + piece.chars().count() <= width => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => all.push(piece),
        }
    }
    all
}

/// Are both words parts of one number, such as `1 250`?
fn is_thousands(before: &str, word: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let before = before.trim_start_matches('(');
    let group = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    (1..=3).contains(&before.len()) && digits(before) && group.len() == 3
}

/// Returns the words, each with those that must stay beside it.
fn pieces(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut held = false;
    let mut before = "";
    // Only the common space and the line's end break: `split_whitespace` would break a no-break space as well.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let bare = word.trim_start_matches('(');
        let with_before =
            WITH_BEFORE.contains(&word.trim_end_matches([')', ',', ';', '.', ':'])) || word == "r.";
        let with_before = with_before || is_thousands(before, word);
        before = word;
        match all.last_mut() {
            Some(piece) if held || with_before => {
                piece.push(' ');
                piece.push_str(word);
            }
            _ => all.push(word.to_owned()),
        }
        held =
            WITH_NEXT.contains(&bare) || bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    }
    all
}

/// Breaks a text and puts `first` before its first line and as many spaces before the others.
pub fn hanging(first: &str, text: &str, width: usize) -> String {
    let indent = first.chars().count();
    let mut whole = String::new();
    for (index, line) in lines(text, width.saturating_sub(indent)).iter().enumerate() {
        if index == 0 {
            whole.push_str(first);
        } else {
            whole.push_str(&" ".repeat(indent));
        }
        whole.push_str(line);
        whole.push('\n');
    }
    whole
}

/// Lays out rows whose cells are wrapped to the widths of their columns, two spaces between them; a column of width
/// zero is as wide as its widest cell.
pub fn table(rows: &[Vec<String>], widths: &[usize]) -> String {
    let widest =
        |i: usize| rows.iter().filter_map(|r| r.get(i)).map(|c| c.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> =
        widths.iter().enumerate().map(|(i, width)| if *width == 0 { widest(i) } else { *width }).collect();
    let mut text = String::new();
    for row in rows {
        let cells: Vec<Vec<String>> = row.iter().zip(&widths).map(|(cell, w)| lines(cell, *w)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(&widths) {
                let shown = cell.get(at).map_or("", String::as_str);
                // Writing to a string does not fail.
                let _infallible = write!(line, "{shown:<width$}  ");
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_thousands_is_not_broken() {
        assert_eq!(lines("do 1 250 zł", 6), ["do", "1 250 zł"]);
        assert_eq!(lines("od 2 400,00 do 3 dni", 5), ["od", "2 400,00", "do 3", "dni"]);
    }

    #[test]
    fn lines_break_between_words_and_never_inside_an_amount() {
        assert_eq!(lines("do 2\u{a0}000,00\u{a0}zł na etat", 14), ["do 2\u{a0}000,00\u{a0}zł", "na etat"]);
        assert_eq!(lines("niepodzielny", 4), ["niepodzielny"]);
        assert!(lines("", 10).is_empty());
    }

    #[test]
    fn a_number_stays_with_what_it_numbers() {
        assert_eq!(lines("(M.P. 2025 poz. 1093)", 12), ["(M.P. 2025", "poz. 1093)"]);
        assert_eq!(lines("za listopad i grudzień 2023 r.", 13), ["za listopad", "i grudzień", "2023 r."]);
    }

    #[test]
    fn later_lines_stand_under_the_first() {
        assert_eq!(hanging("? ", "ala ma kota", 8), "? ala ma\n  kota\n");
    }

    #[test]
    fn cells_are_wrapped_and_columns_line_up() {
        let rows = [vec!["żółć".to_owned(), "ala ma kota".to_owned(), "3".to_owned()]];
        assert_eq!(table(&rows, &[0, 6, 0]), "żółć  ala ma  3\n      kota\n");
    }
}
