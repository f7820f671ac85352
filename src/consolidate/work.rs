//! Runs tasks on several threads. The results come in the order of the tasks, whatever the threads did.
//!
//! Knows nothing of files or figures, and holds nothing but results: what a task needs lives in its thread while it runs.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, Builder};

/// Bytes of a thread's stack: what the first thread has on most systems. Formulas nested in formulas are walked by calls,
/// and two megabytes, which other threads get, would hold fewer of them than a run on one thread does.
const STACK: usize = 8 * 1024 * 1024;

/// How the work is done.
#[derive(Clone, Copy, Debug)]
pub struct Ways<'a> {
    /// Threads; zero: as many as the machine has cores.
    pub threads: usize,
    /// Set to stop: tasks under way are finished, no other is begun.
    pub cancel: Option<&'a AtomicBool>,
}

impl Ways<'_> {
    fn threads(self, tasks: usize) -> usize {
        let wanted = match self.threads {
            0 => thread::available_parallelism().map_or(1, NonZeroUsize::get),
            threads => threads,
        };
        wanted.clamp(1, tasks.max(1))
    }

    fn cancelled(self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }
}

/// Runs `task` for every number below `count` and returns what each gave; none for those not begun because the work was
/// cancelled. A panic inside a task, which is an error of this program, gives what `panicked` makes of it. `done` is
/// called in the calling thread after each, in no certain order.
pub fn run<T: Send>(
    count: usize,
    ways: Ways<'_>,
    task: impl Fn(usize) -> T + Sync,
    panicked: impl Fn(usize) -> T + Sync,
    mut done: impl FnMut(usize, &T),
) -> Vec<Option<T>> {
    let mut results: Vec<Option<T>> = (0..count).map(|_| None).collect();
    let next = AtomicUsize::new(0);
    let worker = |send: Sender<(usize, T)>| {
        while !ways.cancelled() {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                break;
            }
            let result = catch_unwind(AssertUnwindSafe(|| task(at))).unwrap_or_else(|_| panicked(at));
            if send.send((at, result)).is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let (send, received) = channel();
        let mut started = 0;
        for _ in 0..ways.threads(count) {
            let (send, worker) = (send.clone(), &worker);
            // A system may refuse threads; those it gives do the work of all.
            let thread = Builder::new().stack_size(STACK).spawn_scoped(scope, move || worker(send));
            started += usize::from(thread.is_ok());
        }
        if started == 0 {
            worker(send);
        } else {
            drop(send);
        }
        for (at, result) in received {
            done(at, &result);
            results[at] = Some(result);
        }
    });
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize) -> Vec<Option<usize>> {
        // The first tasks take longest, so that with several threads they end last.
        let task = |at: usize| {
            let turns = (40 - at) * 2_000;
            std::hint::black_box((0..turns).fold(0_usize, usize::wrapping_add));
            at * at
        };
        run(40, Ways { threads, cancel: None }, task, |_| 0, |_, _| {})
    }

    #[test]
    fn results_come_in_the_order_of_tasks_with_any_number_of_threads() {
        let expected: Vec<Option<usize>> = (0..40).map(|at| Some(at * at)).collect();
        for threads in [0, 1, 2, 8, 100] {
            assert_eq!(squares(threads), expected, "{threads} threads");
        }
    }

    #[test]
    fn no_task_is_no_result() {
        let none = run(0, Ways { threads: 0, cancel: None }, |at| at, |at| at, |_, _| {});
        assert_eq!(none, []);
    }

    #[test]
    fn a_panic_in_one_task_does_not_stop_the_others() {
        let task = |at: usize| {
            assert_ne!(at, 3, "the third task fails on purpose");
            at
        };
        for threads in [1, 2] {
            let results = run(6, Ways { threads, cancel: None }, task, |at| 100 + at, |_, _| {});
            assert_eq!(results, [0, 1, 2, 103, 4, 5].map(Some));
        }
    }

    #[test]
    fn cancelling_finishes_what_is_under_way_and_begins_nothing_else() {
        let cancel = AtomicBool::new(false);
        let mut seen = 0;
        let task = |at: usize| {
            if at == 4 {
                cancel.store(true, Ordering::Relaxed);
            }
            at
        };
        let results = run(1_000, Ways { threads: 1, cancel: Some(&cancel) }, task, |at| at, |_, _| seen += 1);
        let done: Vec<usize> = results.into_iter().flatten().collect();
        assert_eq!(done, [0, 1, 2, 3, 4], "the one under way is finished");
        assert_eq!(seen, 5, "each is told once");
    }

    #[test]
    fn what_was_cancelled_before_does_nothing() {
        let cancel = AtomicBool::new(true);
        let results = run(3, Ways { threads: 2, cancel: Some(&cancel) }, |at| at, |at| at, |_, _| {});
        assert_eq!(results, [None, None, None]);
    }
}
