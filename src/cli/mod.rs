//! The publisher's command line, `tellings`.
//!
//! In: arguments, files, standard input. Out: answers on standard output, refusals and
//! progress on standard error, and an exit code: 0 done, 1 refused with a reason, 2 usage.
//! Each command is one function of a file below; what it finds out, the engine found out.

mod align;
mod ask;
mod files;
mod hits;
mod http;
mod inspect;
mod matching;
mod measure;
mod output;
mod progress;
mod publish;
mod serve;
mod tables;
mod watch;

use std::{path::PathBuf, process::ExitCode};

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::{
    error::{Error, Kind, Result},
    lang::Lang,
    protocol::{Measure, Response},
};

/// Shows how different sources tell the same story.
///
/// A collection is a folder or a ZIP of sources, with an optional collection.toml (title,
/// description, outlets, dates, preset terms), or one file, or a pack made of either.
/// Sources are texts, Markdown, Word documents, EPUB books, and the rows and objects of CSV,
/// TSV, JSON and JSONL with an `id` and a `text`. `-` is standard input. Everything happens
/// on this machine.
#[derive(Parser)]
#[command(name = "tellings", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// Print the answer as JSON.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Show what was understood of files: blocks, language, date, and why.
    Inspect {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print the main text of a file, without furniture and comments.
    Clean {
        /// The file.
        file: PathBuf,
        /// Print the headline instead.
        #[arg(long)]
        title: bool,
        /// Print the date of publication instead.
        #[arg(long, conflicts_with = "title")]
        date: bool,
    },
    /// Index a collection into one file.
    Pack {
        /// A folder or a file of sources; `-` reads standard input.
        collection: PathBuf,
        /// The pack to write.
        #[arg(short, long)]
        output: PathBuf,
        /// Write it anew whenever a source changes, until Ctrl-C.
        #[arg(long)]
        watch: bool,
    },
    /// Find words in all their forms and languages.
    #[command(after_help = QUERY_HELP)]
    Search {
        /// A folder, a file or a pack.
        collection: PathBuf,
        /// What to look for.
        query: String,
        #[command(flatten)]
        order: hits::Order,
        /// Put the sources that answer best first.
        #[arg(long)]
        rank: bool,
    },
    /// List every hit of a query with the words around it.
    #[command(after_help = QUERY_HELP)]
    Concordance {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// What to look for.
        query: String,
        #[command(flatten)]
        order: hits::Order,
        /// Print comma-separated values for a spreadsheet.
        #[arg(long, conflicts_with = "json")]
        csv: bool,
    },
    /// List the words that stand near the hits of a query more often than elsewhere.
    #[command(after_help = QUERY_HELP)]
    Collocates {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// What to look for.
        query: String,
        /// How many words on either side of a hit count.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=50))]
        window: u32,
        /// How often a word must stand there at least.
        #[arg(long, default_value_t = 2)]
        least: u32,
        /// What the list is sorted by.
        #[arg(long, default_value = "log-dice")]
        measure: Measure,
        /// How many words to list.
        #[arg(long, default_value_t = 50)]
        count: u32,
    },
    /// Set two to four sources side by side: what they share and what only one has.
    Compare {
        /// A folder, a file or a pack.
        collection: PathBuf,
        /// The ids of the sources.
        #[arg(required = true, num_args = 2..=4)]
        ids: Vec<String>,
    },
    /// Count how often each source has each concept, name or word.
    Coverage {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// What to count.
        #[arg(value_enum, default_value = "concepts")]
        of: tables::Of,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Show what is typical of some sources (`--source`) against the others.
    ///
    /// By log-likelihood (3.84: p < 0.05; 15.13: p < 0.0001), with the log ratio (+1: twice as
    /// frequent) and the deviation of proportions (near 1: only few sources have it).
    Keyness {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// What to count.
        #[arg(value_enum, default_value = "words")]
        of: tables::Of,
        /// The sources to set them against; all others unless given.
        #[arg(long, value_name = "ID")]
        against: Vec<String>,
        /// Occurrences in both together that a row needs.
        #[arg(long, default_value_t = 3)]
        least: u32,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Show what only the comments of a source bring, and what they leave out.
    Readers {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// The id of the source.
        id: String,
        /// What to count.
        #[arg(value_enum, default_value = "words")]
        of: tables::Of,
        /// How many rows of either at most.
        #[arg(long, default_value_t = 50)]
        most: u32,
    },
    /// List publications, comments and the dates that texts tell.
    Timeline {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Find stretches that sources have in the same words, and who had them first.
    Reuse {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Set figures and dates side by side.
    Figures {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Set quotations side by side: who said what, and through whom.
    Quotations {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        #[command(flatten)]
        choice: tables::Choice,
    },
    /// Show by which words two sources differ.
    Diff {
        /// A folder, a JSONL file or a pack.
        collection: PathBuf,
        /// The id of a source.
        a: String,
        /// The id of another.
        b: String,
    },
    /// Find the passages that tell the same: of each line of a JSONL file with `id`, `l1`,
    /// `l2` (languages), `a`, `b` (lists of passages), as `id` and `links` (`[[i, j, score]]`).
    Align {
        /// The file; `-` reads standard input.
        #[arg(long, value_name = "FILE")]
        jsonl: PathBuf,
        /// The texts are independent reports, not versions of one text.
        #[arg(long)]
        comparable: bool,
    },
    /// Find the sources that tell the same event, and by what; group them by event.
    Match {
        /// A folder, a JSONL file or a pack.
        #[arg(required_unless_present = "rank")]
        collection: Option<PathBuf>,
        /// How many matches of a source to list.
        #[arg(long, default_value_t = 5)]
        most: u32,
        /// Instead, for each line of a JSONL file with `id`, `lang`, `date` and `text` (a string
        /// or a list of passages): its id, a tab, and the ids of sources in other languages,
        /// best first.
        #[arg(long, value_name = "FILE", conflicts_with = "collection")]
        rank: Option<PathBuf>,
    },
    /// Learn the weights of `align` from files of pairs whose links are known.
    #[command(hide = true)]
    LearnLinks {
        /// Files like those of `align`, with `links`; what was done to the texts stands
        /// before the ending (`news.shuf.jsonl`).
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Files that the weights learned are scored on, too.
        #[arg(long, num_args = 1..)]
        others: Vec<PathBuf>,
        /// Only score the weights there are.
        #[arg(long)]
        report: bool,
    },
    /// Write a collection as one self-contained HTML file.
    Page {
        /// A folder, a file or a pack.
        collection: PathBuf,
        /// The file to write.
        #[arg(short, long)]
        output: PathBuf,
        /// Put into it what lets its readers add files of their own.
        #[arg(long)]
        with_import: bool,
        /// The one-file viewer, where it is not the one built with this program.
        #[arg(long)]
        viewer: Option<PathBuf>,
        /// Write it anew whenever a source changes, until Ctrl-C.
        #[arg(long)]
        watch: bool,
    },
    /// Write a collection as a folder for any static web host.
    Site {
        /// A folder, a file or a pack.
        collection: PathBuf,
        /// The folder to write.
        #[arg(short, long)]
        output: PathBuf,
        /// The one-file viewer, where it is not the one built with this program.
        #[arg(long)]
        viewer: Option<PathBuf>,
        /// Where the site will be, for search engines, previews and oEmbed:
        /// <https://example.org/talks/>.
        #[arg(long, value_name = "URL")]
        address: Option<String>,
        /// Write it anew whenever a source changes, until Ctrl-C.
        #[arg(long)]
        watch: bool,
    },
    /// Show a collection as a site on this computer, made anew whenever a source changes.
    Serve {
        /// A folder, a file or a pack.
        collection: PathBuf,
        /// The port [default: 8080, or any that is free].
        #[arg(long)]
        port: Option<u16>,
        /// Open the page in the browser.
        #[arg(long)]
        open: bool,
        /// The one-file viewer, where it is not the one built with this program.
        #[arg(long)]
        viewer: Option<PathBuf>,
    },
    /// Make the one-file viewer of the folder that Trunk wrote: a step of `cargo xtask build`.
    #[command(hide = true)]
    Viewer {
        /// The folder.
        dist: PathBuf,
        /// The page to write.
        #[arg(short, long)]
        output: PathBuf,
        /// The folder of the importer, which is put into `importer.html` beside the page.
        #[arg(long)]
        importer: Option<PathBuf>,
    },
    /// Print what makes a shell complete commands and options:
    /// tellings completions bash > ~/.local/share/bash-completion/completions/tellings.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page: tellings man > tellings.1. With a command's name, that one's.
    Man {
        /// The command.
        name: Option<String>,
    },
    /// Name the language of each line of standard input.
    Lang,
    /// Print the lexeme keys of each word of standard input, separated by tabs.
    Conflate {
        /// The language of the words.
        #[arg(long, value_parser = language)]
        lang: Lang,
    },
    /// Print the candidates most like each name of standard input, best first.
    Names {
        /// The language of the names.
        #[arg(long, value_parser = language)]
        from: Lang,
        /// The language of the candidates.
        #[arg(long, value_parser = language)]
        to: Lang,
        /// A file with a candidate a line.
        candidates: PathBuf,
    },
}

const QUERY_HELP: &str = "\
A query is words; all of them must occur in a source. Also:
  \"a phrase\"    words in a row         =sanctions   this spelling only
  sanc*         words that begin so    ~sanctoins   one or two letters otherwise
  /sanct.*s/    whole words that match the pattern
  a OR b        a NOT b, -b, ( )       a NEAR/5 b   at most five words apart
  name:Lavrov   concept:sanctions      in all their words
  lang:ru       outlet:\"ZN.UA\"         date:2017..2021   source:2013-call   -lang:ru
  in:comment    in:headline, in:text (without comments), in:all (with page furniture)";

/// Why the engine refused.
fn refused(response: Response) -> Error {
    match response {
        Response::Refused(why) => Error::new(Kind::NotFound, why),
        other => {
            Error::new(Kind::NotFound, format!("the engine answered something else: {other:?}"))
        }
    }
}

fn language(code: &str) -> std::result::Result<Lang, String> {
    Lang::parse(code)
        .ok_or_else(|| "a language is a code of two or three letters, such as bg".to_owned())
}

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    let Arguments { command, json } = Arguments::parse();
    match perform(command, json) {
        Ok(code) => code,
        Err(error) => {
            output::refuse(&error);
            ExitCode::FAILURE
        }
    }
}

/// Prints the manual page of the program, or of one command.
fn manual(out: &output::Output, name: Option<&str>) -> Result<ExitCode> {
    let mut program = Arguments::command();
    program.build();
    let page = match name {
        None => Some(clap_mangen::Man::new(program)),
        Some(name) => program
            .find_subcommand(name)
            .map(|one| clap_mangen::Man::new(one.clone()).title(format!("tellings-{name}"))),
    };
    let page = page.ok_or_else(|| {
        Error::new(Kind::NotFound, format!("there is no command “{}”", name.unwrap_or_default()))
            .advise("tellings --help lists the commands")
    })?;
    let mut text = Vec::new();
    page.render(&mut text)
        .map_err(|error| Error::new(Kind::File, format!("the page cannot be written: {error}")))?;
    out.bytes(&text)
}

fn perform(command: Command, json: bool) -> Result<ExitCode> {
    let out = output::Output::new(json);
    match command {
        Command::Inspect { files } => inspect::inspect(&out, &files),
        Command::Clean { file, title, date } => inspect::clean(&out, &file, title, date),
        Command::Pack { collection, output, watch } => {
            watch::watch(&collection, &output, watch, || publish::pack(&out, &collection, &output))
        }
        Command::Search { collection, query, order, rank } => {
            ask::search(&out, &collection, &query, &order, rank)
        }
        Command::Concordance { collection, query, order, csv } => {
            hits::concordance(&out, &collection, &query, &order, csv)
        }
        Command::Collocates { collection, query, window, least, measure, count } => {
            hits::collocates(&out, &collection, &query, (window, least, count), measure)
        }
        Command::Compare { collection, ids } => ask::compare(&out, &collection, &ids),
        Command::Coverage { collection, of, choice } => {
            tables::coverage(&out, &collection, of, &choice)
        }
        Command::Keyness { collection, of, against, least, choice } => {
            tables::keyness(&out, &collection, of, &choice, &against, least)
        }
        Command::Readers { collection, id, of, most } => {
            tables::readers(&out, &collection, &id, of, most)
        }
        Command::Timeline { collection, choice } => tables::timeline(&out, &collection, &choice),
        Command::Reuse { collection, choice } => tables::reuse(&out, &collection, &choice),
        Command::Figures { collection, choice } => {
            tables::told(&out, &collection, tables::Part::Figures, &choice)
        }
        Command::Quotations { collection, choice } => {
            tables::told(&out, &collection, tables::Part::Quotations, &choice)
        }
        Command::Diff { collection, a, b } => tables::diff(&out, &collection, &a, &b),
        Command::Align { jsonl, comparable } => align::align(&out, &jsonl, comparable),
        Command::Match { rank: Some(file), .. } => matching::rank(&out, &file),
        Command::Match { collection, most, .. } => {
            matching::matches(&out, &collection.unwrap_or_default(), most)
        }
        Command::LearnLinks { files, others, report } => {
            align::learn(&out, &files, &others, report)
        }
        Command::Page { collection, output, with_import, viewer, watch } => {
            watch::watch(&collection, &output, watch, || {
                publish::page(&out, &collection, &output, with_import, viewer.as_deref())
            })
        }
        Command::Site { collection, output, viewer, address, watch } => {
            let (viewer, address) = (viewer.as_deref(), address.as_deref());
            watch::watch(&collection, &output, watch, || {
                publish::site(&out, &collection, &output, viewer, address)
            })
        }
        Command::Serve { collection, port, open, viewer } => {
            serve::serve(&out, &collection, port, viewer.as_deref(), open)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "tellings", &mut script);
            out.bytes(&script)
        }
        Command::Man { name } => manual(&out, name.as_deref()),
        Command::Viewer { dist, output, importer } => {
            publish::make_viewer(&out, &dist, &output, importer.as_deref())
        }
        Command::Lang => measure::lang(&out),
        Command::Conflate { lang } => measure::conflate(&out, lang),
        Command::Names { from, to, candidates } => measure::names(&out, from, to, &candidates),
    }
}
