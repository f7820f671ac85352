//! Which line of a sheet as written is which line of the sheet as found, so that an inserted row is one difference
//! and not a thousand.
//!
//! Lines (rows or columns) come as signatures. Equal ends are matched first, then signatures that stand once on both
//! sides and keep their order, then what lies between: line by line where the counts are equal, else by likeness. Work
//! grows with the number of lines, and with the product only inside short gaps. No cell is compared here.

use std::collections::BTreeMap;

/// The most comparisons made inside one gap.
const MOST_COMPARED: usize = 1_000_000;

/// How the lines of two sheets belong together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    /// For every line as written, where it is found.
    to_found: Vec<Option<u32>>,
    /// For every line as found, which it was.
    to_written: Vec<Option<u32>>,
    /// Lines as written that are found in another order.
    moved: Vec<u32>,
}

impl Lines {
    /// Returns lines that all stand where they stood.
    pub fn unmoved(count: usize) -> Self {
        let all: Vec<Option<u32>> = (0..count).map(|n| u32::try_from(n).ok()).collect();
        Self { to_found: all.clone(), to_written: all, moved: Vec::new() }
    }

    /// Do all lines stand where they stood?
    pub fn is_unmoved(&self) -> bool {
        self.moved.is_empty() && self.to_found == self.to_written && self.added().is_empty() && {
            (0u32..).zip(&self.to_found).all(|(n, at)| *at == Some(n))
        }
    }

    /// Where a line as written is found; lines past the last filled one move with it.
    pub fn found(&self, written: u32) -> Option<u32> {
        past(&self.to_found, &self.to_written, written)
    }

    /// Which line a found one was.
    pub fn written(&self, found: u32) -> Option<u32> {
        past(&self.to_written, &self.to_found, found)
    }

    /// Lines as written that are gone.
    pub fn deleted(&self) -> Vec<u32> {
        (0u32..).zip(&self.to_found).filter(|(_, at)| at.is_none()).map(|(n, _)| n).collect()
    }

    /// Lines as found that were not there.
    pub fn added(&self) -> Vec<u32> {
        (0u32..).zip(&self.to_written).filter(|(_, at)| at.is_none()).map(|(n, _)| n).collect()
    }

    /// The last line as found that was there before.
    pub fn last_kept(&self) -> Option<u32> {
        self.to_written.iter().rposition(Option::is_some).and_then(|n| u32::try_from(n).ok())
    }

    /// Lines as written that stand in another order.
    pub fn moved(&self) -> &[u32] {
        &self.moved
    }

    /// Where a deleted line would stand now.
    pub fn place_of(&self, written: u32) -> u32 {
        let before = (0..written).rev().find_map(|n| self.to_found.get(n as usize).copied().flatten());
        before.map_or(0, |n| n + 1)
    }
}

fn past(map: &[Option<u32>], other: &[Option<u32>], line: u32) -> Option<u32> {
    let index = line as usize;
    if let Some(at) = map.get(index) {
        return *at;
    }
    u32::try_from(index - map.len() + other.len()).ok()
}

/// A line: what it is, and how like another it is.
pub trait Line {
    /// The same for equal lines; nothing for an empty one.
    fn signature(&self) -> Option<u64>;
    /// How much of this stands in another; 0 for nothing.
    fn likeness(&self, other: &Self) -> u32;
}

/// Finds which lines belong together.
pub fn aligned<L: Line>(written: &[L], found: &[L]) -> Lines {
    let mut pairs = Pairs {
        written,
        found,
        lines: Lines {
            to_found: vec![None; written.len()],
            to_written: vec![None; found.len()],
            moved: Vec::new(),
        },
        gaps: Vec::new(),
    };
    pairs.between((0, written.len()), (0, found.len()));
    let gaps = std::mem::take(&mut pairs.gaps);
    pairs.moved(&gaps);
    for (w, f) in &gaps {
        pairs.gap(*w, *f);
    }
    pairs.lines
}

type Range = (usize, usize);

struct Pairs<'a, L> {
    written: &'a [L],
    found: &'a [L],
    lines: Lines,
    gaps: Vec<(Range, Range)>,
}

impl<L: Line> Pairs<'_, L> {
    fn pair(&mut self, w: usize, f: usize) {
        self.lines.to_found[w] = u32::try_from(f).ok();
        self.lines.to_written[f] = u32::try_from(w).ok();
    }

    /// Pairs equal lines of two ranges and notes the gaps between them.
    fn between(&mut self, written: Range, found: Range) {
        let mut open = vec![(written, found)];
        while let Some(((mut w1, mut w2), (mut f1, mut f2))) = open.pop() {
            let same = |w: usize, f: usize| self.written[w].signature() == self.found[f].signature();
            let (mut ends, mut heads) = (Vec::new(), Vec::new());
            while w1 < w2 && f1 < f2 && same(w1, f1) {
                heads.push((w1, f1));
                (w1, f1) = (w1 + 1, f1 + 1);
            }
            while w1 < w2 && f1 < f2 && same(w2 - 1, f2 - 1) {
                (w2, f2) = (w2 - 1, f2 - 1);
                ends.push((w2, f2));
            }
            heads.into_iter().chain(ends).for_each(|(w, f)| self.pair(w, f));
            if w1 == w2 && f1 == f2 {
                continue;
            }
            let anchors = self.anchors((w1, w2), (f1, f2));
            if anchors.is_empty() {
                self.gaps.push(((w1, w2), (f1, f2)));
                continue;
            }
            let (mut w, mut f) = (w1, f1);
            for (aw, af) in anchors {
                self.pair(aw, af);
                open.push(((w, aw), (f, af)));
                (w, f) = (aw + 1, af + 1);
            }
            open.push(((w, w2), (f, f2)));
        }
        self.gaps.sort_unstable();
    }

    /// Lines that stand once in both ranges, as many as keep their order.
    fn anchors(&self, written: Range, found: Range) -> Vec<(usize, usize)> {
        let mut once: Vec<(usize, usize)> = self.once(written, found).collect();
        once.sort_unstable();
        rising(&once)
    }

    fn once(&self, written: Range, found: Range) -> impl Iterator<Item = (usize, usize)> + use<L> {
        let mut seen: BTreeMap<u64, [(usize, usize); 2]> = BTreeMap::new();
        for (side, lines, (from, to)) in [(0, self.written, written), (1, self.found, found)] {
            for (at, line) in lines.iter().enumerate().take(to).skip(from) {
                if let Some(signature) = line.signature() {
                    let entry = &mut seen.entry(signature).or_default()[side];
                    *entry = (entry.0 + 1, at);
                }
            }
        }
        seen.into_values().filter(|[w, f]| w.0 == 1 && f.0 == 1).map(|[w, f]| (w.1, f.1))
    }

    /// Lines left over on both sides that are equal were moved.
    fn moved(&mut self, gaps: &[(Range, Range)]) {
        let mut seen: BTreeMap<u64, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for ((w1, w2), (f1, f2)) in gaps {
            for w in *w1..*w2 {
                if let Some(signature) = self.written[w].signature() {
                    seen.entry(signature).or_default().0.push(w);
                }
            }
            for f in *f1..*f2 {
                if let Some(signature) = self.found[f].signature() {
                    seen.entry(signature).or_default().1.push(f);
                }
            }
        }
        for (from, to) in seen.into_values() {
            if let ([w], [f]) = (&from[..], &to[..]) {
                self.pair(*w, *f);
                self.lines.moved.extend(u32::try_from(*w));
            }
        }
        self.lines.moved.sort_unstable();
    }

    fn gap(&mut self, (w1, w2): Range, (f1, f2): Range) {
        let w: Vec<usize> = (w1..w2).filter(|w| self.lines.to_found[*w].is_none()).collect();
        let f: Vec<usize> = (f1..f2).filter(|f| self.lines.to_written[*f].is_none()).collect();
        if w.len() == f.len() {
            w.into_iter().zip(f).for_each(|(w, f)| self.pair(w, f));
        } else if w.len().saturating_mul(f.len()) <= MOST_COMPARED {
            for (w, f) in self.likest(&w, &f) {
                self.pair(w, f);
            }
        } else {
            w.into_iter().zip(f).for_each(|(w, f)| self.pair(w, f));
        }
    }

    /// The pairs in order whose likeness adds up to most.
    fn likest(&self, w: &[usize], f: &[usize]) -> Vec<(usize, usize)> {
        let width = f.len() + 1;
        let mut best = vec![0u32; (w.len() + 1) * width];
        let mut like = vec![0u32; w.len() * f.len()];
        for i in (0..w.len()).rev() {
            for j in (0..f.len()).rev() {
                let likeness = self.written[w[i]].likeness(&self.found[f[j]]);
                like[i * f.len() + j] = likeness;
                let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
                best[i * width + j] = skip.max(best[(i + 1) * width + j + 1].saturating_add(likeness));
            }
        }
        let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
        while i < w.len() && j < f.len() {
            let (here, likeness) = (best[i * width + j], like[i * f.len() + j]);
            if likeness > 0 && here == best[(i + 1) * width + j + 1].saturating_add(likeness) {
                pairs.push((w[i], f[j]));
                (i, j) = (i + 1, j + 1);
            } else if here == best[(i + 1) * width + j] {
                i += 1;
            } else {
                j += 1;
            }
        }
        pairs
    }
}

/// The longest run of pairs, already rising in the first, that rises in the second.
pub fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (n, (_, f)) in pairs.iter().enumerate() {
        let at = tails.partition_point(|tail| pairs[*tail].1 < *f);
        before[n] = at.checked_sub(1).map(|i| tails[i]);
        if at == tails.len() {
            tails.push(n);
        } else {
            tails[at] = n;
        }
    }
    let mut run = Vec::new();
    let mut at = tails.last().copied();
    while let Some(n) = at {
        run.push(pairs[n]);
        at = before[n];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of letters; a blank is an empty line.
    struct Word(char);

    impl Line for Word {
        fn signature(&self) -> Option<u64> {
            (self.0 != ' ').then_some(u64::from(u32::from(self.0)))
        }
        fn likeness(&self, other: &Self) -> u32 {
            u32::from(self.0.eq_ignore_ascii_case(&other.0))
        }
    }

    fn lines(written: &str, found: &str) -> Lines {
        let words = |text: &str| text.chars().map(Word).collect::<Vec<_>>();
        aligned(&words(written), &words(found))
    }

    #[test]
    fn an_inserted_and_a_deleted_line_are_one_difference_each() {
        assert_eq!(lines("abcde", "abXcde").added(), vec![2]);
        assert_eq!(lines("abcde", "abde").deleted(), vec![2]);
        let both = lines("aabbccdd", "aabcXcdd");
        assert_eq!((both.deleted().len(), both.added().len()), (1, 1));
        assert_eq!(lines("a b", "a  b").added().len(), 1, "an empty row was inserted");
        assert!(lines("abc", "abc").is_unmoved());
    }

    #[test]
    fn a_moved_line_is_followed_and_a_changed_one_keeps_its_place() {
        let moved = lines("abcdef", "acdebf");
        assert_eq!((moved.moved(), moved.found(1)), (&[1][..], Some(4)));
        assert!(moved.added().is_empty() && moved.deleted().is_empty());
        assert!(lines("abcdef", "abXdef").is_unmoved());
        let changed_beside_inserted = lines("abcdef", "abCXdef");
        assert_eq!(changed_beside_inserted.added(), vec![3]);
    }

    #[test]
    fn lines_past_the_last_move_with_it() {
        let lines = lines("abc", "abXc");
        assert_eq!((lines.found(2), lines.found(7), lines.written(8)), (Some(3), Some(8), Some(7)));
        assert_eq!(lines.written(2), None);
    }
}
