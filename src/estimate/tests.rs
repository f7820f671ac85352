//! Projections checked by hand.

use super::*;
use crate::intake;
use crate::programme::Catalogue;
use crate::settlement::settle_over;
use std::path::PathBuf;

fn sample() -> Submission {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/gmina-2025/gmina-2025.xlsx"));
    intake::read(&[path]).expect("the sample is there").submission
}

fn edition() -> Programme {
    Catalogue::built_in().get("asystent-rodziny-2025").expect("an edition")
}

#[test]
fn today_s_staff_unchanged() {
    let p = project(&sample(), &edition(), 2026);
    assert!(p.findings.is_empty(), "{:?}", p.findings);
    for a in &p.assumptions {
        println!("{} {:?} {}", a.key, p.model.value(a.values[1]), a.source);
    }
    for b in &p.basis {
        println!("{} {} {:?} {}", b.assistant, b.label, p.model.value(b.node), b.place);
    }
    for pay in &p.scenarios[1].submission.payments {
        println!(
            "{} {} {:?} {:?} {:?} {:?} {:?}",
            pay.assistant.value,
            pay.month.value,
            pay.hours.as_ref().map(|x| x.value.to_short(2)),
            pay.base.as_ref().map(|x| x.value),
            pay.seniority.as_ref().map(|x| x.value),
            pay.supplement.as_ref().map(|x| x.value),
            pay.contributions.iter().map(|(_, m)| m.value.to_string()).collect::<Vec<_>>()
        );
    }
    let mut model = p.model.clone();
    for s in &p.scenarios {
        let mut settled = settle_over(std::mem::take(&mut model), &s.submission, &p.programme, p.period);
        for n in [
            settled.totals.task_cost,
            settled.totals.supplement_co_financing,
            settled.totals.employment_co_financing,
            settled.totals.own_contribution,
        ] {
            println!("{:?} {}", s.scenario, settled.model.money(n));
        }
        model = std::mem::take(&mut settled.model);
    }
}
