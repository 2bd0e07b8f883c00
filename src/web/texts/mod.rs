//! The words of the interface, in each of its languages.
//!
//! In: counts, dates, names of things. Out: what a reader sees and hears. [`Texts`] has a
//! field for every text, so a language that lacks one does not compile; [`TEXTS`] is the
//! registry. Words of the sources, and of the engine's reasons, do not belong here.

mod bulgarian;
pub mod comparing;
mod english;
mod known;
#[cfg(target_arch = "wasm32")]
#[path = "locale_intl.rs"]
mod locale;
#[cfg(not(target_arch = "wasm32"))]
#[path = "locale_plain.rs"]
mod locale;
pub mod naming;
pub mod numbers;
mod russian;
pub mod taking;
mod tour;
mod ukrainian;
mod workshop;
mod writing;

use crate::{
    lang::Lang,
    protocol::{Agreement, EvidenceKind, GroupBy, Neighbour, Suggested, Why},
    source::BlockKind,
    state::Notice,
};

/// The languages of the interface, in the order of the switch.
pub static TEXTS: &[&Texts] =
    &[&english::ENGLISH, &russian::RUSSIAN, &bulgarian::BULGARIAN, &ukrainian::UKRAINIAN];

/// Chooses the texts for a list of language tags, the reader's favourite first: the first
/// that there is, else English.
#[must_use]
pub fn choose<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Texts {
    tags.into_iter()
        .filter_map(Lang::parse)
        .find_map(|lang| TEXTS.iter().copied().find(|texts| texts.lang == lang))
        .unwrap_or(&english::ENGLISH)
}

/// Every text of the interface in one language. Counts come as numbers and leave as words
/// in the right plural.
pub struct Texts {
    /// The language these texts are in.
    pub lang: Lang,
    /// Its name in itself.
    pub name: &'static str,
    /// The name of a language, by code; `None` leaves the code.
    pub language: fn(Lang) -> Option<&'static str>,
    /// What is done with a whole collection.
    pub workshop: &'static workshop::Workshop,
    /// What is said of sources compared.
    pub comparing: &'static comparing::Comparing,
    /// What is said where something is taken along.
    pub taking: &'static taking::Taking,
    /// Names, and the colours of terms.
    pub naming: &'static naming::Naming,
    /// First thing on the page: leads past the top.
    pub skip: &'static str,
    /// While the collection is opened.
    pub opening: &'static str,
    /// What the reader should know.
    pub notice: fn(&Notice) -> String,
    /// Names the list of notices.
    pub notices: &'static str,
    /// Names the search field.
    pub search: &'static str,
    /// Stands in the empty search field.
    pub search_hint: &'static str,
    /// The button beside it.
    pub add: &'static str,
    /// Names the list of terms.
    pub terms: &'static str,
    /// Removes the term of that name.
    pub remove: fn(&str) -> String,
    /// Opens the forms of the term of that name.
    pub forms_of: fn(&str) -> String,
    /// Explains the forms' switches.
    pub forms_hint: &'static str,
    /// A term without any form in the collection.
    pub no_forms: &'static str,
    /// Why a form belongs to a term.
    pub why: fn(Why) -> &'static str,
    /// Through which word: `via sanctions`.
    pub via: fn(&str) -> String,
    /// Closes what is open.
    pub close: &'static str,

    /// Copies the address.
    pub share: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Copies the address with the reader's notes in it.
    pub share_notes: &'static str,
    /// It could not be copied: select it.
    pub copy_yourself: &'static str,
    /// Names the interface's language switch.
    pub interface_language: &'static str,
    /// Names the theme switch.
    pub theme: &'static str,
    /// Follows the system.
    pub theme_auto: &'static str,
    /// Dark on light.
    pub theme_light: &'static str,
    /// Light on dark.
    pub theme_dark: &'static str,

    /// Names the tabs.
    pub views: &'static str,
    /// Names the list of sources.
    pub sources: &'static str,
    /// The view of one source.
    pub read: &'static str,
    /// The view of the concordance.
    pub hits: &'static str,
    /// The view side by side.
    pub compare: &'static str,

    /// Names the panel of facets and sources.
    pub panel: &'static str,
    /// Opens the panel on a phone; how many sources of how many.
    pub panel_button: fn(u32, u32) -> String,
    /// Heads the facet of languages.
    pub facet_lang: &'static str,
    /// Heads the facet of outlets.
    pub facet_outlet: &'static str,
    /// Heads the facet of years.
    pub facet_year: &'static str,
    /// Heads the facet of kinds of block.
    pub facet_kind: &'static str,
    /// Opens the rest of a long facet.
    pub more: fn(u32) -> String,
    /// Closes it again.
    pub fewer: &'static str,
    /// Names the list of active filters.
    pub filters: &'static str,
    /// Removes every filter.
    pub clear_all: &'static str,
    /// Chosen sources as a filter.
    pub chosen_sources: fn(u32) -> String,
    /// A range of dates as a filter; either end may be open.
    pub date_range: fn(Option<&str>, Option<&str>) -> String,
    /// Nothing passes the filters.
    pub nothing_left: &'static str,
    /// Which filter emptied the result: removing it brings back something.
    pub emptied_by: fn(&str) -> String,
    /// The kind of a block.
    pub kind: fn(BlockKind) -> &'static str,

    /// Sources counted.
    pub n_sources: fn(u32) -> String,
    /// Hits counted.
    pub n_hits: fn(u32) -> String,
    /// Words counted.
    pub n_words: fn(u32) -> String,
    /// Comments counted.
    pub n_comments: fn(u32) -> String,
    /// Hits in sources: what the live region says.
    pub hits_in_sources: fn(u32, u32) -> String,
    /// Hits of the term of that name.
    pub hits_of: fn(u32, &str) -> String,

    /// Opens the original.
    pub open_original: &'static str,
    /// Heads a citation without an address.
    pub original: &'static str,
    /// No date is known.
    pub undated: &'static str,
    /// No outlet is known.
    pub unknown_outlet: &'static str,
    /// Where a date came from.
    pub date_from: fn(&str) -> String,
    /// Names a bar of hits.
    pub hit_bar: fn(u32) -> String,
    /// No source is chosen yet.
    pub choose_source: &'static str,
    /// To the source before.
    pub previous_source: &'static str,
    /// To the source after.
    pub next_source: &'static str,
    /// To the hit before.
    pub previous_hit: &'static str,
    /// To the hit after.
    pub next_hit: &'static str,
    /// Puts the source of a card beside others in Compare.
    pub add_to_compare: &'static str,
    /// Which hit of how many.
    pub hit_of: fn(u32, u32) -> String,
    /// No hit in this source.
    pub no_hits_here: &'static str,
    /// Lines folded away.
    pub set_aside: fn(u32) -> String,
    /// Heads the comments.
    pub comments: &'static str,
    /// Opens what only the comments bring.
    pub readers: &'static str,
    /// Heads it.
    pub only_comments: &'static str,
    /// Heads what only the article has.
    pub only_article: &'static str,
    /// How much both have.
    pub in_both: fn(u32) -> String,
    /// How deep a comment answers.
    pub answer_depth: fn(u32) -> String,

    /// The concordance without terms.
    pub no_terms: &'static str,
    /// The concordance without hits.
    pub no_hits: &'static str,
    /// Goes to the passage.
    pub go_to_passage: &'static str,
    /// While lines are on their way.
    pub loading: &'static str,

    /// Swaps them.
    pub swap: &'static str,
    /// Heads names.
    pub names: &'static str,
    /// Heads concepts.
    pub concepts: &'static str,
    /// Heads words.
    pub words: &'static str,
    /// Heads figures.
    pub figures: &'static str,
    /// Only the left or right one has it; its short name.
    pub only_in: fn(&str) -> String,
    /// Heads the passages.
    pub passages: &'static str,
    /// Makes it a term.
    pub make_term: fn(&str) -> String,
    /// Compare needs two sources.
    pub compare_needs_two: &'static str,
    /// Heads the table of what is shared.
    pub what_they_share: &'static str,
    /// Nothing of that sort.
    pub none: &'static str,

    /// The view of who says what.
    pub overview: &'static str,

    /// Names the table of names and concepts by source.
    pub who_says_what: &'static str,
    /// Names the timeline.
    pub when: &'static str,
    /// Heads what happened.
    pub what: &'static str,
    /// Heads the source of a row.
    pub source: &'static str,
    /// Heads where something is known from.
    pub reason: &'static str,
    /// Names the table of dates.
    pub dates: &'static str,
    /// A source was published.
    pub published: &'static str,
    /// A date is told in the text.
    pub told: &'static str,
    /// A comment was written.
    pub commented: &'static str,
    /// No source has a date.
    pub undated_all: &'static str,
    /// Names the choice of names, concepts or words.
    pub what_is_counted: &'static str,
    /// Names the choice of counts or rates.
    pub how_it_is_counted: &'static str,
    /// Numbers as they are.
    pub as_counts: &'static str,
    /// Numbers in a thousand words.
    pub per_thousand: &'static str,
    /// Names the choice of what sources are gathered by.
    pub gathered_by: &'static str,
    /// Says what a count is and is not.
    pub count_note: &'static str,
    /// Says what a rate is and is not.
    pub rate_note: &'static str,
    /// Names the choice of a group.
    pub words_of: &'static str,
    /// All sources as a group.
    pub all_sources: &'static str,
    /// Names the choice of the other group.
    pub set_against: &'static str,
    /// All others as a group.
    pub the_rest: &'static str,
    /// The sources ticked as a group.
    pub ticked: &'static str,
    /// Comments are set against their articles.
    pub against_article: &'static str,
    /// Swaps the two groups.
    pub swap_groups: &'static str,
    /// A group has no words.
    pub empty_group: &'static str,
    /// The words of the two groups.
    pub two_groups: fn(u32, u32) -> String,
    /// Says what sets a group apart and what that does not mean.
    pub keyness_note: &'static str,
    /// Heads the things counted.
    pub words_head: &'static str,
    /// Heads counts.
    pub count: &'static str,
    /// Heads the counts of the group looked at.
    pub here: &'static str,
    /// Heads the counts of the other group.
    pub there: &'static str,
    /// Heads the size of a difference.
    pub times_as_often: &'static str,
    /// The other group does not have it.
    pub only_here: &'static str,
    /// Only the other group has it.
    pub only_there: &'static str,
    /// Explains it.
    pub ratio_hint: &'static str,
    /// Heads how surprising a difference is.
    pub sureness: &'static str,
    /// Explains it.
    pub sureness_hint: &'static str,
    /// Heads how unevenly something is spread.
    pub spread: &'static str,
    /// Explains it.
    pub spread_hint: &'static str,

    /// Opens the reference of the source that is read.
    pub cite: &'static str,
    /// Opens the reference with what is selected.
    pub quote_selection: &'static str,
    /// Says what selecting does.
    pub cite_hint: &'static str,
    /// Names the choice of a reference's shape.
    pub shape: &'static str,
    /// Copies a text.
    pub copy: &'static str,
    /// It was copied.
    pub copied_text: &'static str,
    /// Names the list of headings of a text.
    pub outline: &'static str,
    /// Folds the answers to a comment away.
    pub fold: fn(u32) -> String,
    /// Shows them again.
    pub unfold: fn(u32) -> String,
    /// Names the first date of a range.
    pub from_date: &'static str,
    /// Names the last date of a range.
    pub to_date: &'static str,
    /// No bound.
    pub any_date: &'static str,
    /// Counts all forms of a term.
    pub keep_all: &'static str,
    /// Counts what is written as typed only.
    pub keep_exact: &'static str,
    /// Counts the forms of the language of that name only.
    pub keep_lang: fn(&str) -> String,
    /// Names the choice of which forms count.
    pub keep_which: &'static str,
    /// Stands before queries to try instead.
    pub did_you_mean: &'static str,
    /// What a suggestion is.
    pub suggested: fn(Suggested) -> &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Goes back to what the author published.
    pub published_view: &'static str,
    /// Opens the field for a list of words.
    pub list: &'static str,
    /// Explains the field for a list of words.
    pub list_hint: &'static str,
    /// Loads a list from a file.
    pub list_file: &'static str,
    /// Names the choice of how hits are sorted.
    pub sort: &'static str,
    /// A word around a hit, to sort by; none leaves the order of the texts.
    pub neighbour: fn(Option<Neighbour>) -> &'static str,
    /// Names the second and third level of sorting.
    pub then_by: &'static str,
    /// Names the choice of what hits are grouped by.
    pub group: &'static str,
    /// What hits are grouped by.
    pub grouped_by: fn(Option<GroupBy>) -> &'static str,
    /// Saves the hits as a table.
    pub save_table: &'static str,

    /// Names the choice of the source in a column.
    pub source_number: fn(u32) -> String,
    /// Puts another source beside those compared.
    pub add_source: &'static str,
    /// Names the choice of which passages are shown side by side.
    pub which_passages: &'static str,
    /// Passages that more than one source tells.
    pub told_by_several: &'static str,
    /// Passages that only one source tells.
    pub told_by_one: &'static str,
    /// Opens the words that tie a row, counted.
    pub ties: fn(u32) -> String,
    /// Names the drawing of the ties, counted.
    pub link_bar: fn(u32) -> String,
    /// What kind of word ties two passages.
    pub evidence: fn(EvidenceKind) -> &'static str,

    /// Nothing ties the sources compared.
    pub no_ties: &'static str,

    /// Opens figures, dates and quotations side by side.
    pub told_face: &'static str,
    /// What a unit of figures is called; `None` leaves its name.
    pub unit: fn(&str) -> Option<&'static str>,
    /// Heads quotations.
    pub quotations: &'static str,
    /// Heads the dates that sources tell.
    pub dates_told: &'static str,
    /// A quotation without a named speaker.
    pub nobody_named: &'static str,
    /// Whether sources give the same value.
    pub agreement: fn(Agreement) -> &'static str,
    /// Shows everything of what was shortened.
    pub show_all: &'static str,
    /// Names the field of a reader's note.
    pub note: &'static str,
    /// Heads the list of the reader's notes.
    pub notes: &'static str,
    /// Opens the field of a note on what is selected, or on the source.
    pub write_note: &'static str,
    /// Names the field for the name of a term.
    pub name_set: &'static str,

    /// The tour.
    pub tour: &'static tour::Tour,
    /// Opens the help.
    pub help: &'static str,
    /// What `/` does, and so on: key, what it does.
    pub keys: &'static [(&'static str, &'static str)],
    /// Heads the examples of queries.
    pub query_help: &'static str,
    /// A query and what it finds.
    pub queries: &'static [(&'static str, &'static str)],
    /// What the page does and does not do with the reader's data.
    pub silence: &'static str,
}

/// Texts are one static for each language, so the language tells them apart.
impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

#[cfg(test)]
mod tests {
    use super::{TEXTS, choose};
    use crate::{lang::Lang, source::BlockKind};

    #[test]
    fn the_readers_first_known_language_is_chosen() {
        assert_eq!(choose(["de-DE", "uk-UA", "en"]).lang, Lang::UK);
        assert_eq!(choose(["xx"]).lang, Lang::EN);
        assert_eq!(choose([]).lang, Lang::EN);
    }

    #[test]
    fn every_language_has_a_name_for_every_kind_of_block() {
        for texts in TEXTS {
            let mut names: Vec<_> = BlockKind::ALL.iter().map(|kind| (texts.kind)(*kind)).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(
                names.len(),
                BlockKind::ALL.len(),
                "{}: two kinds have one name",
                texts.name
            );
        }
    }

    #[test]
    fn counts_follow_the_plural_rules_of_each_language() {
        let said = |tag, number| (choose([tag]).n_sources)(number);
        assert_eq!([1, 2].map(|n| said("en", n)), ["1 source", "2 sources"]);
        assert_eq!(
            [1, 2, 5, 11, 21, 22, 111, 2219].map(|n| said("ru", n)),
            [
                "1 источник",
                "2 источника",
                "5 источников",
                "11 источников",
                "21 источник",
                "22 источника",
                "111 источников",
                "2\u{a0}219 источников"
            ]
        );
        assert_eq!(
            [1, 3, 12, 101].map(|n| said("uk", n)),
            ["1 джерело", "3 джерела", "12 джерел", "101 джерело"]
        );
        assert_eq!([1, 2].map(|n| said("bg", n)), ["1 източник", "2 източника"]);
    }
}
