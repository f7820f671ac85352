//! Headers, field names and fixed words, compared as people read them.
//!
//! Case, diacritics, every kind of space and line break, quotes, dashes, footnote marks and a trailing colon make no
//! difference. Distances are for suggestions only, never for accepting a word.

/// Returns the text as it is compared.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ą' => out.push('a'),
            'ć' => out.push('c'),
            'ę' => out.push('e'),
            'ł' => out.push('l'),
            'ń' => out.push('n'),
            'ó' => out.push('o'),
            'ś' => out.push('s'),
            'ź' | 'ż' => out.push('z'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '"'
            | '\''
            | '`'
            | '\u{2018}'..='\u{201f}'
            | '«'
            | '»'
            | '°'
            | '*'
            | '¹'
            | '²'
            | '³'
            | '\u{ad}'
            | '\u{feff}' => {}
            c if c.is_whitespace() || c == '\u{200b}' => {}
            c => out.push(c),
        }
    }
    let kept = out.trim_end_matches([':', '.', ';']).len();
    out.truncate(kept);
    out
}

/// Returns the words of a text as they are compared, parted at anything that is no letter and no digit.
pub fn parted(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).map(normal);
    parts.filter(|word| !word.is_empty())
}

/// Returns the compared text without a unit in brackets at its end: `kwota(zl)` is `kwota`.
pub fn without_unit(normal: &str) -> &str {
    ["(zl)", "[zl]", "(wzl)", "(h)", "[h]", "(%)", "wzl"]
        .iter()
        .find_map(|unit| normal.strip_suffix(unit))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(normal)
}

/// Returns the compared text without a year, a count of years or a number at its end: `za2024`, `25lat`, `(13)`.
pub fn without_number(normal: &str) -> &str {
    let rest = ["lat", "roku", "rok", "r.", "r", ")"].iter().find_map(|end| normal.strip_suffix(end));
    let rest = rest.unwrap_or(normal);
    let words = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    if words.len() == rest.len() || words.is_empty() {
        return normal;
    }
    ["za", "-", "(za", "("].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words)
}

/// Returns how alike two compared texts are, in thousandths.
pub fn likeness(a: &str, b: &str) -> u32 {
    let length = a.chars().count().max(b.chars().count());
    if length == 0 {
        return 1_000;
    }
    let distance = strsim::damerau_levenshtein(a, b);
    u32::try_from(1_000 * length.saturating_sub(distance) / length).unwrap_or_default()
}

/// May one text be a slip of the pen for the other? Word by word, since `netto` is no slip for `brutto` nor
/// `pracownika` for `pracodawcy`, however much of the header is the same; and a figure in it is never a slip.
pub fn slip(seen: &str, header: &str) -> u32 {
    /// Likeness that each word must have: in thousandths.
    const WORD: u32 = 600;
    let digits = |t: &str| t.chars().filter(char::is_ascii_digit).collect::<String>();
    let split = |t: &str| {
        let words = t.split(|c: char| c.is_whitespace() || c == '-').map(normal);
        words.filter(|w| !w.is_empty() && !matches!(w.as_str(), "(zl)" | "(h)" | "(%)")).collect::<Vec<_>>()
    };
    let (a, b) = (split(seen), split(header));
    // Of a short word nothing is left over that could tell: FEP is a fund of its own and no slip for FP.
    let short = |a: &str, b: &str| a.chars().count().min(b.chars().count()) < 4;
    let other = |a: &str, b: &str| a != b && (short(a, b) || likeness(a, b) < WORD);
    let strange = a.len() == b.len() && a.iter().zip(&b).any(|(a, b)| other(a, b));
    if strange || digits(seen) != digits(header) {
        return 0;
    }
    let (a, b) = (normal(seen), normal(header));
    likeness(without_unit(&a), without_unit(&b))
}

/// Returns the candidate most like the text, when it is alike enough to be worth offering.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = normal(text);
    candidates
        .map(|c| (likeness(&wanted, &normal(c)), c))
        .filter(|(score, _)| *score >= 550)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_compared_without_their_dress() {
        for (a, b) in [
            ("Gotowość „Za życiem”°", "Gotowość \"Za życiem\""),
            ("WYNAGRODZENIE\nzasadnicze\u{a0}(zł):", "Wynagrodzenie zasadnicze (zł)"),
            ("Dodatek z Programu – pełna kwota brutto (zł)", "Dodatek z Programu - pełna kwota brutto (zł)"),
            ("Srodki", "Środki"),
        ] {
            assert_eq!(normal(a), normal(b));
        }
        assert_eq!(without_unit(&normal("Kwota (zł)")), "kwota");
        assert_eq!(without_unit(&normal("Kwota (tys. zł)")), "kwota(tys.zl)");
    }

    #[test]
    fn a_year_or_a_number_behind_a_name_is_left_out() {
        for (seen, left) in [
            ("Dodatkowe wynagrodzenie roczne za 2024 r.", "Dodatkowe wynagrodzenie roczne"),
            ("Dodatkowe wynagrodzenie roczne (13)", "Dodatkowe wynagrodzenie roczne"),
            ("Nagroda jubileuszowa 25 lat", "Nagroda jubileuszowa"),
            ("Nadgodziny 50%", "Nadgodziny 50%"),
            ("Dodatek mir", "Dodatek mir"),
            ("2024", "2024"),
        ] {
            assert_eq!(without_number(&normal(seen)), normal(left), "{seen}");
        }
    }

    #[test]
    fn another_word_or_figure_is_no_slip() {
        assert!(slip("Wynagrodzenie zasadncze", "Wynagrodzenie zasadnicze (zł)") >= 800);
        assert!(slip("Numer umowyy", "Numer umowy") >= 800);
        for (seen, header) in [
            ("Wynagrodzenie netto (zł)", "Wynagrodzenie brutto (zł)"),
            ("Składka emerytalna pracownika (zł)", "Składka emerytalna pracodawcy (zł)"),
            ("§ 4010 (zł)", "§ 4110 (zł)"),
            ("Składka na FEP (zł)", "Składka na FP (zł)"),
            ("Monitorowanie od", "Monitorowanie do"),
        ] {
            assert_eq!(slip(seen, header), 0, "{seen}");
        }
    }

    #[test]
    fn the_nearest_word_is_offered_and_a_strange_one_is_not() {
        let words = ["Zatrudniony od", "Zatrudniony do", "Wymiar etatu"];
        assert_eq!(nearest("Wymar etatu", words.into_iter()), Some("Wymiar etatu"));
        assert_eq!(nearest("Uwagi", words.into_iter()), None);
    }
}
