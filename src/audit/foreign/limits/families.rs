//! Counts: families advised are families in care, and a form of employment is there or not.

use super::{Tests, Whose};
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding};
use crate::forms::definition::FieldRef;
use crate::forms::fields::{AssistantField, FamilyCount, Field, MunicipalityField};
use crate::units::Exact;

/// Part and whole. Coordination is a part of all families only: the forms of different years say a part of different
/// columns (official forms, slip 5).
const WITHIN: [(FamilyCount, FamilyCount); 4] = [
    (FamilyCount::FamiliesAdvised, FamilyCount::Families),
    (FamilyCount::ChildrenAdvised, FamilyCount::Children),
    (FamilyCount::EndangeredPregnancy, FamilyCount::FamiliesAdvised),
    (FamilyCount::Coordination, FamilyCount::Families),
];

/// Where there is none of the second there is none of the first.
const NEEDS: [(FamilyCount, FamilyCount); 2] = [
    (FamilyCount::Children, FamilyCount::Families),
    (FamilyCount::ChildrenAdvised, FamilyCount::FamiliesAdvised),
];

/// Tests all counts.
pub fn test(tests: &mut Tests<'_>) {
    let lines: Vec<Whose> = (0..tests.ledger.assistants).map(Whose::Assistant).collect();
    for whose in lines.into_iter().chain([Whose::Total, Whose::Municipality]) {
        counts(tests, whose);
    }
    for assistant in 0..tests.ledger.assistants {
        form_of_employment(tests, assistant);
    }
    averages(tests);
}

fn cell(tests: &Tests<'_>, count: FamilyCount, holder: Whose) -> Option<(usize, Exact)> {
    let field = match holder {
        Whose::Municipality => Field::Municipality(MunicipalityField::Families(count)),
        Whose::Assistant(_) | Whose::Total => Field::Assistant(AssistantField::Families(count)),
    };
    let at = tests.ledger.of(FieldRef { field, round: None, month: None }, holder).next()?;
    tests.number(at).map(|n| (at, n))
}

fn counts(tests: &mut Tests<'_>, holder: Whose) {
    for (part, whole) in WITHIN {
        let (Some(one), Some(other)) = (cell(tests, part, holder), cell(tests, whole, holder)) else {
            continue;
        };
        tests.told.tested += 1;
        if one.1 > other.1 {
            above(tests, one.0, &other);
        }
    }
    for (part, needed) in NEEDS {
        let (Some(one), Some(other)) = (cell(tests, part, holder), cell(tests, needed, holder)) else {
            continue;
        };
        tests.told.tested += 1;
        if other.1.is_zero() && !one.1.is_zero() {
            above(tests, one.0, &other);
        }
    }
}

fn above(tests: &mut Tests<'_>, at: usize, (of, bound): &(usize, Exact)) {
    if tests.told.speaks_of(tests.ledger.cells[at].at) {
        return;
    }
    let basis = tests.act.to_owned();
    let other = tests.ledger.cells[*of].label.clone();
    let finding = tests.broken(&codes::ANNEX_PART_ABOVE_WHOLE, at, bound, &basis);
    tests.tell(finding.with("other", Fact::Text(other)), &[*of]);
}

/// 1 or 0, and no post without its contract.
fn form_of_employment(tests: &mut Tests<'_>, assistant: usize) {
    let basis = tests.act.to_owned();
    let of = |tests: &Tests<'_>, field| {
        let field = FieldRef { field: Field::Assistant(field), round: None, month: None };
        tests.of_assistant(field, assistant).and_then(|c| tests.number(c).map(|n| (c, n)))
    };
    let pairs = [
        (AssistantField::HasEmployment, AssistantField::ReferencePostsEmployment),
        (AssistantField::HasService, AssistantField::ReferencePostsService),
    ];
    for (flag, post) in pairs {
        let Some((at, flag)) = of(tests, flag) else { continue };
        tests.told.tested += 1;
        if !flag.is_zero() && flag != Exact::one() {
            let finding: Finding = tests.broken(&codes::ANNEX_NOT_ONE_OR_ZERO, at, &Exact::one(), &basis);
            tests.tell(finding, &[]);
        } else if let Some((post_at, post)) = of(tests, post).filter(|(_, n)| !n.is_zero() && flag.is_zero())
        {
            let finding = tests.broken(&codes::ANNEX_POST_WITHOUT_CONTRACT, at, &Exact::one(), &basis);
            tests.tell(finding.with("posts", Fact::Number(post)), &[post_at]);
        }
    }
}

/// Nobody holds more than one post, so posts are never more than heads.
fn averages(tests: &mut Tests<'_>) {
    let of = |tests: &Tests<'_>, field| {
        let field = FieldRef { field: Field::Municipality(field), round: None, month: None };
        tests.whole(field).and_then(|c| tests.number(c).map(|n| (c, n)))
    };
    let heads =
        of(tests, MunicipalityField::AverageHeads).or_else(|| of(tests, MunicipalityField::Assistants));
    let posts: Vec<(usize, Exact)> =
        [MunicipalityField::AveragePostsEmployment, MunicipalityField::AveragePostsService]
            .into_iter()
            .filter_map(|field| of(tests, field))
            .collect();
    let (Some((at, heads)), false) = (heads, posts.is_empty()) else { return };
    let all: Exact = posts.iter().map(|(_, n)| n.clone()).sum();
    tests.told.tested += 1;
    let slack = Exact::ratio(1, 50).unwrap_or_else(Exact::zero);
    if all > &heads + &slack {
        let basis = tests.act.to_owned();
        let related: Vec<usize> = posts.iter().map(|(c, _)| *c).collect();
        let finding = tests.broken(&codes::ANNEX_POSTS_ABOVE_HEADS, at, &all, &basis);
        tests.tell(finding, &related);
    }
}
