//! Binary `tellings`: the publisher's command line. All it does is in `tellings::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tellings::cli::run()
}
