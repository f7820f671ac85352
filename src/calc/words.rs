//! Formulas in Polish words: what is computed from what, with labels or with the numbers put in.

use super::expr::{Cond, Expr, Test};
use super::model::{Format, Model, NodeId, Value};
use crate::units::money::polish_amount;
use crate::units::{Day, Exact};

/// Writes a formula with the labels of what it refers to.
pub fn with_labels(model: &Model, expr: &Expr) -> String {
    expr_words(expr, &|id| model.node(id).label.to_string())
}

/// Writes a formula with the numbers put in, each as its node shows it; texts in quotes.
pub fn with_numbers(model: &Model, expr: &Expr) -> String {
    expr_words(expr, &|id| {
        let node = model.node(id);
        match &node.value {
            Value::Text(text) => format!("„{text}”"),
            value => value_words(value, node.format),
        }
    })
}

/// Writes a value as Poles read it.
pub fn value_words(value: &Value, format: Format) -> String {
    match value {
        Value::Blank => "(puste)".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Number(n) => match format {
            Format::Money => polish_amount(n, 2),
            Format::Percent => format!("{}%", (n * &Exact::whole(100)).to_short(4).replace('.', ",")),
            Format::Day => n.to_i64().and_then(Day::from_serial).map_or_else(|| n.to_string(), Day::polish),
            Format::Month => {
                n.to_i64().and_then(Day::from_serial).map_or_else(|| n.to_string(), |d| d.month().polish())
            }
            _ => n.to_short(6).replace('.', ","),
        },
    }
}

fn expr_words(expr: &Expr, name: &impl Fn(NodeId) -> String) -> String {
    let list = |parts: &[Expr], joint: &str| {
        parts.iter().map(|p| expr_words(p, name)).collect::<Vec<_>>().join(joint)
    };
    match expr {
        Expr::Number(n) => n.to_short(6).replace('.', ","),
        Expr::Ref(id) => name(*id),
        Expr::Blank => "(puste)".to_owned(),
        Expr::Add(parts) => format!("({})", list(parts, " + ")),
        Expr::Mul(parts) => list(parts, " × "),
        Expr::Sub(a, b) => format!("({} − {})", expr_words(a, name), expr_words(b, name)),
        Expr::DivOrZero(a, b) | Expr::Div(a, b) => {
            format!("{} ÷ {}", expr_words(a, name), expr_words(b, name))
        }
        Expr::Min(parts) => format!("mniejsza z: ({})", list(parts, "; ")),
        Expr::Max(parts) => format!("większa z: ({})", list(parts, "; ")),
        Expr::Sum(ids) => {
            let mut names: Vec<String> = ids.iter().map(|id| name(*id)).collect();
            names.dedup();
            format!("suma: ({})", names.join("; "))
        }
        Expr::SumWhere(values, tests) => {
            let mut names: Vec<String> = values.iter().map(|id| name(*id)).collect();
            names.dedup();
            let tests: Vec<String> =
                tests.iter().map(|(column, test)| test_words(column, *test, name)).collect();
            format!("suma: ({}) z wierszy, w których {}", names.join("; "), tests.join(" oraz "))
        }
        Expr::MaxWhere(values, tests) => {
            let mut names: Vec<String> = values.iter().map(|id| name(*id)).collect();
            names.dedup();
            let tests: Vec<String> =
                tests.iter().map(|(column, test)| test_words(column, *test, name)).collect();
            format!("największa z: ({}) w wierszach, w których {}", names.join("; "), tests.join(" oraz "))
        }
        Expr::RoundHalfUp(inner, places) => {
            format!("zaokrąglone do {places} miejsc (połówki w górę): {}", expr_words(inner, name))
        }
        Expr::CutDown(inner, places) => format!("obcięte do {places} miejsc: {}", expr_words(inner, name)),
        Expr::If(cond, yes, no) => format!(
            "jeżeli {}, to {}, w przeciwnym razie {}",
            cond_words(cond, name),
            expr_words(yes, name),
            expr_words(no, name)
        ),
    }
}

fn test_words(column: &[NodeId], test: Test, name: &impl Fn(NodeId) -> String) -> String {
    let column = column.first().map_or_else(String::new, |id| name(*id));
    match test {
        Test::TextIs(word) => format!("{column} = „{word}”"),
        Test::Same(other) => format!("{column} = {}", name(other)),
        Test::AtMost(bound) => format!("{column} ≤ {}", name(bound)),
        Test::AtLeast(bound) => format!("{column} ≥ {}", name(bound)),
    }
}

fn cond_words(cond: &Cond, name: &impl Fn(NodeId) -> String) -> String {
    let list = |parts: &[Cond], joint: &str| {
        parts.iter().map(|p| cond_words(p, name)).collect::<Vec<_>>().join(joint)
    };
    match cond {
        Cond::Equal(a, b) | Cond::Same(a, b) => format!("{} = {}", expr_words(a, name), expr_words(b, name)),
        Cond::AtLeast(a, b) => format!("{} ≥ {}", expr_words(a, name), expr_words(b, name)),
        Cond::Greater(a, b) => format!("{} > {}", expr_words(a, name), expr_words(b, name)),
        Cond::Blank(id) => format!("nie podano: {}", name(*id)),
        Cond::TextIs(id, text) => format!("{} = „{text}”", name(*id)),
        Cond::All(parts) => list(parts, " oraz "),
        Cond::Any(parts) => format!("({})", list(parts, " lub ")),
        Cond::Not(inner) => match inner.as_ref() {
            Cond::Blank(id) => format!("podano: {}", name(*id)),
            other => format!("nieprawda, że {}", cond_words(other, name)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_put_in_as_their_nodes_show_them() {
        let mut model = Model::default();
        let amount = Exact::parse_decimal("1234.5").expect("a decimal");
        let pay = model.parameter("Płaca", Format::Money, Value::Number(amount));
        let share = Exact::parse_decimal("0.6").expect("a decimal");
        let share = model.parameter("Udział", Format::Percent, Value::Number(share));
        let word = model.parameter("Gotowość", Format::Text, Value::Text("TAK".to_owned()));
        let none = model.parameter("Limit", Format::Money, Value::Blank);
        let cond = Cond::All(vec![Cond::TextIs(word, "TAK"), Cond::given(none)]);
        let expr = Expr::when(cond, Expr::mul(pay, share).round2(), Expr::whole(0));
        assert_eq!(
            with_numbers(&model, &expr),
            "jeżeli „TAK” = „TAK” oraz podano: (puste), to zaokrąglone do 2 miejsc (połówki w górę): \
             1\u{a0}234,50 × 60%, w przeciwnym razie 0"
        );
    }
}
