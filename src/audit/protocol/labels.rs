//! Causes of differences in a few words, for sums; each finding has its own sentence beside its cell.

/// Returns a cause in Polish; the code itself where it has no words yet.
pub fn cause(code: &str) -> String {
    let known = CAUSES.iter().find(|(name, _)| *name == code);
    known.map_or_else(|| code.to_owned(), |(_, words)| (*words).to_owned())
}

const CAUSES: &[(&str, &str)] = &[
    ("against-row-added", "dane: nowy wiersz"),
    ("against-row-removed", "dane: usunięty wiersz"),
    ("against-row-changed", "dane: zmieniony wiersz"),
    ("against-rows-together", "dane: pozostałe zmienione wiersze razem"),
    ("against-rows-interaction", "dane: wspólne działanie zmian"),
    ("against-edition", "zasady: inna edycja"),
    ("against-rules-text", "zasady: inna treść pliku zasad"),
    ("against-reading", "zasady: inne odczytanie przepisu"),
    ("against-reading-grounds", "zasady: inna podstawa odczytania"),
    ("against-given", "zasady: inna wartość podana"),
    ("against-parameter", "zasady: inny parametr"),
    ("against-rules-interaction", "zasady: wspólne działanie zmian"),
    ("against-program", "program: inna wersja liczy inaczej"),
    ("against-figures-alone", "kwoty bez zapisanej przyczyny"),
    ("against-texts", "wygląd: teksty"),
    ("against-formulas", "wygląd: postać formuł"),
    ("against-sheet", "wygląd: arkusze"),
    ("against-form", "wygląd: formularz"),
    ("against-version", "wersja programu"),
    ("audit-typed-over", "wynik wpisany zamiast formuły"),
    ("audit-formula-edited", "zmieniona formuła"),
    ("audit-formula-added", "dopisana formuła"),
    ("audit-total-short", "suma pomija wiersz"),
    ("audit-parameter-changed", "zmieniony parametr"),
    ("audit-input-changed", "zmienione dane wejściowe"),
    ("audit-value-changed", "zmieniona liczba"),
    ("audit-text-changed", "zmieniony tekst"),
    ("audit-text-removed", "usunięty tekst"),
    ("audit-cell-added", "dopisana komórka"),
    ("audit-digest-changed", "zmieniona suma kontrolna"),
    ("audit-row-added", "dodany wiersz"),
    ("audit-row-deleted", "usunięty wiersz"),
    ("audit-row-moved", "przeniesiony wiersz"),
    ("audit-column-added", "dodana kolumna"),
    ("audit-column-deleted", "usunięta kolumna"),
    ("audit-row-hidden", "ukryte wiersze"),
    ("audit-column-hidden", "ukryte kolumny"),
    ("audit-sheet-hidden", "ukryty arkusz"),
    ("audit-sheet-added", "dodany arkusz"),
    ("audit-sheet-deleted", "usunięty arkusz"),
    ("audit-sheet-renamed", "zmieniona nazwa arkusza"),
    ("audit-sheet-order", "inna kolejność arkuszy"),
    ("audit-stored-result", "zapisany wynik inny niż przeliczony"),
    ("audit-error-cell", "komórka z błędem"),
    ("audit-external-links", "odwołania do innych plików"),
    ("audit-macros", "makra"),
    ("audit-trace-missing", "brak zapisu „Ślad”"),
    ("audit-trace-damaged", "nieczytelny zapis „Ślad”"),
    ("annex-total", "suma inna niż suma wierszy"),
    ("annex-line", "wiersz źle policzony"),
    ("audit-rules-other", "zasady inne niż wbudowane"),
    ("audit-law-parameter", "parametr inny niż w zasadach"),
    ("audit-law-figure", "kwota inna niż z zasad"),
    ("audit-data-changed", "plik danych zmieniony"),
    ("audit-data-other", "inny plik danych"),
    ("audit-data-missing", "brak pliku danych"),
    ("annex-parts", "części formularza niezgodne ze sobą"),
    ("annex-figure-twice", "ta sama wielkość podana dwa razy różnie"),
    ("annex-component", "niespójne kwoty składnika"),
    ("annex-cell", "komórka niezgodna z kilkoma sumami"),
    ("annex-within-rounding", "różnica w granicach zaokrągleń"),
    ("annex-above-post", "dodatek ponad kwotę na etat"),
    ("annex-post-above-one", "więcej niż etat na osobę"),
    ("annex-own-share", "za niski wkład własny"),
    ("annex-above-level", "dofinansowanie ponad poziom"),
    ("annex-rounded-up", "dofinansowanie zaokrąglone w górę"),
    ("annex-below-level", "dofinansowanie poniżej poziomu"),
    ("annex-level-above", "poziom ponad najwyższy w edycji"),
    ("annex-level-slip", "poziom z pomyłki we wzorze"),
    ("annex-above-transfer", "wykorzystano więcej, niż przekazano"),
    ("annex-above-award", "więcej, niż przyznano"),
    ("annex-not-in-proportion", "nierówny udział asystentów"),
    ("annex-unused", "niewykorzystane źle policzone"),
    ("annex-return-low", "za mało do zwrotu"),
    ("annex-return-high", "więcej do zwrotu, niż zostało"),
    ("annex-interest-above-return", "odsetki większe niż całość"),
    ("annex-interest-without-base", "odsetki bez kwoty głównej"),
    ("annex-returned-too-much", "zwrócono więcej, niż trzeba"),
    ("annex-part-above-whole", "część większa niż całość"),
    ("annex-not-one-or-zero", "ani 1, ani 0"),
    ("annex-post-without-contract", "etat bez umowy"),
    ("annex-posts-above-heads", "więcej etatów niż osób"),
    ("annex-number-as-text", "liczba wpisana jako tekst"),
    ("annex-unreadable", "nieczytelna liczba"),
    ("annex-negative", "kwota ujemna"),
    ("annex-finer-than-grosz", "kwota z ułamkiem grosza"),
    ("annex-not-whole", "liczba niecałkowita"),
    ("annex-blank", "brak liczby"),
    ("annex-filled-for-voivode", "wypełniona kolumna wojewody"),
    ("annex-part-missing", "brak części formularza"),
    ("annex-column-missing", "brak kolumny"),
    ("annex-heading-changed", "zmieniony nagłówek"),
    ("annex-total-missing", "brak wiersza sumy"),
    ("annex-title-differs", "tytuł z innej edycji niż nagłówki"),
    ("annex-numbering", "błędna numeracja"),
    ("annex-assistant-twice", "asystent dwa razy"),
    ("annex-assistant-missing", "brak asystenta w części"),
    ("annex-municipality-missing", "brak nazwy gminy"),
    ("annex-municipality-differs", "dwie nazwy gminy"),
    ("annex-teryt", "błędny kod TERYT"),
    ("annex-hidden", "ukryte wiersze, kolumny lub arkusz"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_that_a_protocol_can_sum_has_words() {
        let of_audits =
            |name: &&str| ["audit-", "annex-", "against-"].iter().any(|begin| name.starts_with(begin));
        let codes: Vec<&str> = crate::finding::code::all().map(|code| code.name).filter(of_audits).collect();
        assert!(codes.len() > 40);
        let silent: Vec<&str> = codes.iter().copied().filter(|code| cause(code) == *code).collect();
        assert_eq!(silent, Vec::<&str>::new());
    }
}
