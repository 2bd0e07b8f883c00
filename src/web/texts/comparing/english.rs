//! The words for comparing, in English.
//!
//! Sentences stand as a reader of English would write them; counts take the right plural.
//! What each is for is said at its field.

use super::{
    super::numbers::{grouped, one_other},
    Comparing,
};
use crate::lang::Lang;

fn n(number: u32, one: &str, other: &str) -> String {
    format!("{} {}", grouped(Lang::EN, number), one_other(number, one, other))
}

/// English.
pub static ENGLISH: Comparing = Comparing {
    left_out: "Left out",
    left_out_most: "What most of the others tell and this source does not. Why it is missing is not known: a source may be shorter, older or about something else.",
    left_out_two: "Names, figures and subjects that the other source has and this one never mentions. Why they are missing is not known.",
    nothing_left_out: "Nothing that most of the others tell.",
    not_in: |source| format!("Not in {source}"),
    told_by_of: |told, others| format!("told by {told} of {others} others"),
    a_passage: "passage",
    little_shared: |[a, b], tied, all| {
        format!(
            "{a} and {b} share little: {tied} of {} of the shorter one. They may tell different events.",
            n(all, "passage", "passages")
        )
    },
    all_little: |most| {
        format!(
            "Any two of these sources share little: {} at most. They may tell different events.",
            n(most, "passage", "passages")
        )
    },
    which_rows: "Which rows",
    in_all: "In all",
    in_several: "In several",
    in_one: "In one only",
    told_by_all: "Told by all",
    pick: "Choose this passage",
    picked_one: "One passage is chosen. Choose one of another source to join the two or to compare them word by word.",
    picked_two: "Two passages are chosen.",
    join: "Join them",
    break_link: "Break this link",
    word_by_word: "Compare word by word",
    let_go: "Let go",
    sure: |percent| format!("{percent} % sure"),
    by_order: "by its place between surer ones, and by these words",
    by_evidence: "by these words alone",
    taught: "Words learned from what you joined",
    taught_hint: "They tie other passages of this collection, too. Switch off what is wrong.",
    taught_nothing: "What you joined teaches no words: too many could belong together.",
    your_links: "Links you changed",
    joined_by_you: "joined by you",
    broken_by_you: "broken by you",
    take_back: "Take back",
    as_in: |source| format!("as in {source}"),
    nearest_year: "year taken from the source’s date",
    counted_date: "counted from the source’s date",
    reported_by: |whom| format!("reported by: {whom}"),
    indirect: "in other words",
    word_for_word: "Word for word",
    copied_intro: "Stretches of ten words or more that two of these sources have in the same words, or nearly so; the longest first.",
    copied_none: "No ten words in a row stand in two of these sources.",
    with_comments: "Comments and lines set aside too",
    same_words: |same, a, b| {
        if a == b {
            format!("{same} of {} the same", n(a, "word", "words"))
        } else {
            format!("{same} words the same, of {a} and {b}")
        }
    },
    had_first: |source| format!("first in {source}"),
    first_unknown: "which came first, the dates do not tell",
    how_they_differ: "How they differ",
    whole_texts: "The whole texts, word by word",
    other_languages: "These two are in different languages: only names, figures and the like can be the same.",
    which_two: "Which two",
    diff_count: |changes, share| {
        format!(
            "{}; {share} % of the letters are the same",
            n(changes, "difference", "differences")
        )
    },
    same_event: "Same event",
    same_event_intro: "Sources that probably tell the same event: they share names, figures and subjects that few others have. Dates help where they are known.",
    no_groups: "No two sources seem to tell the same event.",
    n_groups: |count| n(count, "event told by several", "events told by several"),
    compare_these: "Compare these",
    compare_closest: |count| format!("Compare the closest {count}"),
    only_these: "Show only these",
    own_event: |count| format!("{} of an event of their own", n(count, "source", "sources")),
    days_apart: |days| {
        if days == 0 {
            "the same day".to_owned()
        } else {
            format!("{} apart", n(days, "day", "days"))
        }
    },
    both_tell: "Shared:",
    nearest: |source, percent| format!("Nearest: {source}, {percent} %"),
    closeness: "Closeness",
    percent_done: |done| format!("{done} % done"),
    cancelled: "Stopped. Nothing was lost; the search goes on working.",
    start: "Start again",
    list_of: "What is listed",
    of_groups: "Words of sources",
    near_hits: "Words near the hits",
    near_needs_terms: "Search for a word to see which words keep it company.",
    near_note: |hits, near, window| {
        format!(
            "{near} words within {window} on either side of {}. Words that are everywhere, like articles and prepositions, are left out.",
            n(hits, "hit", "hits")
        )
    },
    window: "Words on either side",
    near_count: "Near",
    before_after: "Before · after",
    all_count: "In all",
    log_dice_hint: "logDice (Rychlý 2008): at most 14, where the two always stand together; one more is twice as close",
    in_context: |word| format!("Search for {word} near the hits"),
};
