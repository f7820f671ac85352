//! Numbers from a seed, the same on every machine. Shared with the invented country of `examples/country`.

/// SplitMix64: small, portable, good enough to vary tables.
#[derive(Clone, Debug)]
pub struct Random(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
const START: u64 = 0x1234_5678_9ABC_DEF1;

/// Spreads the bits of a number, so that neighbours have nothing in common.
pub fn spread(number: u64) -> u64 {
    mixed(number.wrapping_mul(STEP))
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Random {
    /// Starts from a seed. The next seed gives the same numbers but the first.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(STEP).wrapping_add(START))
    }

    /// Starts from a seed far from where its neighbours start.
    pub fn apart(seed: u64) -> Self {
        Self(spread(seed ^ START).wrapping_mul(STEP))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// Returns a number from `low` to `high`, both inclusive; `low` where they are the wrong way round.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(1).max(1);
        low + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// Returns a position below `length`; 0 of nothing.
    pub fn below(&mut self, length: usize) -> usize {
        usize::try_from(self.next() % (length.max(1) as u64)).unwrap_or(0)
    }

    /// Returns true once in `n` times.
    pub fn once_in(&mut self, n: i64) -> bool {
        self.between(1, n) == 1
    }

    /// Returns true that many times in a hundred.
    pub fn percent(&mut self, times: i64) -> bool {
        self.between(1, 100) <= times
    }

    /// Picks one.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
