//! Ctrl-C: the first asks for an end after the work under way, the second ends at once. The one door to ctrlc.

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::output;

/// Exit code of a run that was stopped: 128 and the number of the signal, as shells count.
pub const STOPPED: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Begins to listen and returns the flag that the first Ctrl-C sets; `message` is then shown. The second one removes
/// unfinished files and ends the program. Where the system gives no such signal, the flag is never set.
pub fn flag(message: String) -> &'static AtomicBool {
    let listen = move || {
        if ASKED.swap(true, Ordering::SeqCst) {
            output::abandon();
            std::process::exit(i32::from(STOPPED));
        }
        // Without a standard error there is nobody to tell.
        let _nobody_reads = writeln!(std::io::stderr(), "\n{message}");
    };
    // A second listener is refused; the first sets the same flag.
    let _already_listening = ctrlc::set_handler(listen);
    &ASKED
}
