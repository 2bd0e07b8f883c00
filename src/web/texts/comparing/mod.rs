//! The words for comparing sources, in every language of the interface.
//!
//! Apart from [`Texts`](super::Texts), which has the words that several views use. Complete
//! by construction: a language that lacks one does not compile.

mod bulgarian;
mod english;
mod russian;
mod ukrainian;

pub use self::{bulgarian::BULGARIAN, english::ENGLISH, russian::RUSSIAN, ukrainian::UKRAINIAN};

/// The words of one language.
#[derive(Debug)]
pub struct Comparing {
    /// Opens what sources leave out.
    pub left_out: &'static str,
    /// Says what a silence is among several sources.
    pub left_out_most: &'static str,
    /// Says what a silence is between two sources.
    pub left_out_two: &'static str,
    /// A source leaves nothing out.
    pub nothing_left_out: &'static str,
    /// Heads what a source leaves out; its short name.
    pub not_in: fn(&str) -> String,
    /// How many of the others tell it.
    pub told_by_of: fn(u32, u32) -> String,
    /// What kind of silence a whole passage is.
    pub a_passage: &'static str,
    /// Two sources share little: their short names, passages with a counterpart, of how many.
    pub little_shared: fn([&str; 2], u32, u32) -> String,
    /// Any two of several sources share little: how many passages at most.
    pub all_little: fn(u32) -> String,
    /// Names the choice of what is shown: what all, several or one have.
    pub which_rows: &'static str,
    /// In all sources.
    pub in_all: &'static str,
    /// In more than one, not in all.
    pub in_several: &'static str,
    /// In one source only.
    pub in_one: &'static str,
    /// Passages that every source tells.
    pub told_by_all: &'static str,
    /// Chooses a passage, to join or compare it.
    pub pick: &'static str,
    /// One passage is chosen: what to do next.
    pub picked_one: &'static str,
    /// Two passages are chosen.
    pub picked_two: &'static str,
    /// Joins two passages.
    pub join: &'static str,
    /// Breaks a link.
    pub break_link: &'static str,
    /// Compares two passages word by word.
    pub word_by_word: &'static str,
    /// Lets chosen passages go.
    pub let_go: &'static str,
    /// How sure a link is, in percent.
    pub sure: fn(u32) -> String,
    /// How a link was found: by its place.
    pub by_order: &'static str,
    /// How a link was found: by what ties it.
    pub by_evidence: &'static str,
    /// Heads the words that joined passages taught.
    pub taught: &'static str,
    /// Says what learned words do.
    pub taught_hint: &'static str,
    /// Joined passages taught no words.
    pub taught_nothing: &'static str,
    /// Heads the reader's changes of links.
    pub your_links: &'static str,
    /// The reader has joined two passages.
    pub joined_by_you: &'static str,
    /// The reader has broken a link.
    pub broken_by_you: &'static str,
    /// Takes a change back.
    pub take_back: &'static str,
    /// Another source has the same value; its name.
    pub as_in: fn(&str) -> String,
    /// How a date was understood: its year.
    pub nearest_year: &'static str,
    /// How a date was understood: counted.
    pub counted_date: &'static str,
    /// Who reports a quotation; nearest to the speaker first.
    pub reported_by: fn(&str) -> String,
    /// A quotation without quotation marks.
    pub indirect: &'static str,
    /// Opens what stands in several sources in the same words.
    pub word_for_word: &'static str,
    /// Says what is listed as copied.
    pub copied_intro: &'static str,
    /// Nothing was copied.
    pub copied_none: &'static str,
    /// Looks in comments and in what was set aside, too.
    pub with_comments: &'static str,
    /// How many words agree, of how many of either stretch.
    pub same_words: fn(u32, u32, u32) -> String,
    /// Which source had it first.
    pub had_first: fn(&str) -> String,
    /// The dates do not tell which came first.
    pub first_unknown: &'static str,
    /// Shows a word diff.
    pub how_they_differ: &'static str,
    /// Heads the diff of two whole sources.
    pub whole_texts: &'static str,
    /// Says that a diff of two languages shows little.
    pub other_languages: &'static str,
    /// Names the choice of the two sources to compare word by word.
    pub which_two: &'static str,
    /// How much is the same in a diff: words of either text, words the same.
    pub diff_count: fn(u32, u32) -> String,
    /// Opens which sources tell the same event.
    pub same_event: &'static str,
    /// Says how sources of one event are found.
    pub same_event_intro: &'static str,
    /// No two sources tell the same event.
    pub no_groups: &'static str,
    /// Groups of sources counted.
    pub n_groups: fn(u32) -> String,
    /// Compares the sources of a group.
    pub compare_these: &'static str,
    /// Compares the closest sources of a large group; how many.
    pub compare_closest: fn(u32) -> String,
    /// Narrows to the sources of a group.
    pub only_these: &'static str,
    /// Heads the sources that tell an event of their own, counted.
    pub own_event: fn(u32) -> String,
    /// How many days lie between two sources.
    pub days_apart: fn(u32) -> String,
    /// Stands before what two sources of a group share.
    pub both_tell: &'static str,
    /// The source that is nearest to another, and how near in percent.
    pub nearest: fn(&str, u32) -> String,
    /// Heads how close two sources or words are.
    pub closeness: &'static str,
    /// How far a long job is.
    pub percent_done: fn(u32) -> String,
    /// A long job was stopped by the reader.
    pub cancelled: &'static str,
    /// Starts a long job.
    pub start: &'static str,
    /// Names the choice of what Words lists.
    pub list_of: &'static str,
    /// Words of groups.
    pub of_groups: &'static str,
    /// Words near the hits.
    pub near_hits: &'static str,
    /// Words near hits need a term.
    pub near_needs_terms: &'static str,
    /// Says what stands near the hits: hits, words near them, words on either side.
    pub near_note: fn(u32, u32, u32) -> String,
    /// Names the choice of how near is near.
    pub window: &'static str,
    /// Heads how often a word stands near.
    pub near_count: &'static str,
    /// Heads how often before and after.
    pub before_after: &'static str,
    /// Heads how often in all.
    pub all_count: &'static str,
    /// Explains the closeness of words.
    pub log_dice_hint: &'static str,
    /// Leads to where a word stands near a hit.
    pub in_context: fn(&str) -> String,
}
