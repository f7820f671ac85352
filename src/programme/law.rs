//! `law.md`: provisions restated in our own words, each under its label.
//!
//! A label is a heading of the second level; the first line below it that begins with `Źródło:` is the citation that
//! figures print. Nothing else of the text is understood.

use std::collections::BTreeMap;

/// Labels with their citation and text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Law {
    provisions: BTreeMap<String, Provision>,
    /// Labels that stand more than once, with the line of the repetition.
    repeated: Vec<(String, usize)>,
}

/// A provision restated.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Provision {
    /// Line of the heading, from 1.
    pub line: usize,
    /// The citation; empty when the text has none.
    pub citation: String,
    /// The restatement.
    pub text: String,
}

impl Law {
    /// Reads the text of `law.md`.
    pub fn parse(text: &str) -> Self {
        let mut provisions: BTreeMap<String, Provision> = BTreeMap::new();
        let mut repeated = Vec::new();
        let mut label: Option<String> = None;
        for (index, line) in text.lines().enumerate() {
            if let Some(heading) = line.strip_prefix("## ") {
                let heading = heading.trim().to_owned();
                let provision = Provision { line: index + 1, ..Provision::default() };
                if provisions.insert(heading.clone(), provision).is_some() {
                    repeated.push((heading.clone(), index + 1));
                }
                label = Some(heading);
                continue;
            }
            let Some(provision) = label.as_ref().and_then(|l| provisions.get_mut(l)) else { continue };
            match line.trim().strip_prefix("Źródło:") {
                Some(citation) if provision.citation.is_empty() => {
                    citation.trim().trim_end_matches('.').clone_into(&mut provision.citation);
                }
                _ => {
                    provision.text.push_str(line);
                    provision.text.push('\n');
                }
            }
        }
        for provision in provisions.values_mut() {
            provision.text = provision.text.trim().to_owned();
        }
        Self { provisions, repeated }
    }

    /// Returns the provision under the label.
    pub fn get(&self, label: &str) -> Option<&Provision> {
        self.provisions.get(label)
    }

    /// Returns the labels that stand more than once, with the line of the repetition.
    pub fn repeated(&self) -> &[(String, usize)] {
        &self.repeated
    }

    /// Returns every label in alphabetical order.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.provisions.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_citation_and_a_text() {
        let law =
            Law::parse("# Prawo\n\n## termin\nŹródło: M.P. 2025 poz. 1093, rozdział 9.\n\nDo końca roku.\n");
        let provision = law.get("termin").expect("the label above");
        assert_eq!(provision.citation, "M.P. 2025 poz. 1093, rozdział 9");
        assert_eq!(provision.text, "Do końca roku.");
        assert_eq!(law.labels().collect::<Vec<_>>(), ["termin"]);
    }

    #[test]
    fn a_label_that_stands_twice_is_told_with_its_line() {
        let law = Law::parse("## a\nŹródło: x\n## b\nŹródło: y\n## a\nŹródło: z\n");
        assert_eq!(law.repeated(), [("a".to_owned(), 5)]);
    }
}
