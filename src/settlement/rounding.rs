//! Where and how a component's limits are rounded: each line or the sum, cut or half up. Both are readings; no text says.

use crate::calc::Expr;
use crate::programme::Programme;
use crate::programme::readings::{EmploymentRounding, SupplementRounding};

/// How an amount becomes whole grosze.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum How {
    Cut,
    HalfUp,
}

/// Where and how limits are rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rounding {
    each: bool,
    how: How,
}

impl Rounding {
    /// Returns the rounding of the supplement.
    pub fn of_supplement(programme: &Programme) -> Self {
        match programme.reads::<SupplementRounding>() {
            SupplementRounding::CutEach => Self { each: true, how: How::Cut },
            SupplementRounding::HalfUpEach => Self { each: true, how: How::HalfUp },
            SupplementRounding::CutTotal => Self { each: false, how: How::Cut },
            SupplementRounding::HalfUpTotal => Self { each: false, how: How::HalfUp },
        }
    }

    /// Returns the rounding of the share of wages.
    pub fn of_employment(programme: &Programme) -> Self {
        match programme.reads::<EmploymentRounding>() {
            EmploymentRounding::CutEach => Self { each: true, how: How::Cut },
            EmploymentRounding::HalfUpEach => Self { each: true, how: How::HalfUp },
            EmploymentRounding::CutTotal => Self { each: false, how: How::Cut },
            EmploymentRounding::HalfUpTotal => Self { each: false, how: How::HalfUp },
        }
    }

    /// Are the lines rounded, and the sum only added up?
    pub fn is_of_lines(self) -> bool {
        self.each
    }

    /// Rounds a line's limit, where lines are rounded.
    pub fn line(self, expr: Expr) -> Expr {
        if self.each { self.round(expr) } else { expr }
    }

    /// Rounds the sum of limits. Lines rounded before add up to whole grosze, and the sum stays as it is.
    pub fn sum(self, expr: Expr) -> Expr {
        self.round(expr)
    }

    fn round(self, expr: Expr) -> Expr {
        match self.how {
            How::Cut => expr.floor2(),
            How::HalfUp => expr.round2(),
        }
    }
}
