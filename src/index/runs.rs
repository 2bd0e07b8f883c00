//! Words with capitals that stand next to each other: names of several words, and who is
//! called by them.
//!
//! In: the words of a block, in order, with what stands between them. Out: each run of
//! capitalised words as written, and how often it occurs. A particle (`von`, `де`) may
//! stand inside a run, an initial's full stop too; anything else ends it. Whoever is said to
//! say something (“Moscow said”) is noted. Headlines, which
//! may have capitals everywhere, are for the caller to leave out. What a run means is for
//! `people`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    lang::{Lang, Language},
    text,
};

/// Words in lower case that stand inside names.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von",
    "аль", "бин", "бен", "ван", "да", "де", "дер", "ди", "ель", "ла", "ле", "фон", "эль",
];

/// The longest run that is kept: more capitals than this are no name.
const LONGEST: usize = 6;

/// The runs of a collection.
#[derive(Default)]
pub(crate) struct Runs {
    /// How often each of several words stands in it, as written, with single spaces.
    pub counts: BTreeMap<(Lang, String), u32>,
    /// Words with a capital that a verb of saying follows: “Moscow said”.
    pub speaking: BTreeSet<(Lang, String)>,
}

/// Collects the runs of one block after another.
#[derive(Default)]
pub(crate) struct RunsWriter {
    found: Runs,
    run: Vec<String>,
    /// Particles after the run, to be part of it if another capital follows.
    particles: Vec<String>,
    initial: bool,
    lang: Option<Lang>,
}

impl RunsWriter {
    /// Notes the next word of a block, and what stands between it and the word before.
    pub(crate) fn note(&mut self, letters: &str, between: &str, lang: Lang) {
        let capital = letters.chars().next().is_some_and(char::is_uppercase);
        let near = match between.trim_matches([' ', '\u{a0}']) {
            "" => !between.is_empty(),
            "-" => between.len() == 1,
            "." => self.initial,
            _ => false,
        };
        if !near || self.lang != Some(lang) || self.run.len() >= LONGEST {
            self.end();
        }
        self.lang = Some(lang);
        if let Some(last) = self.run.last().filter(|_| !capital && self.particles.is_empty())
            && lang.rules().is_some_and(|rules| rules.attribution.contains(&letters))
        {
            self.found.speaking.insert((lang, last.clone()));
        }
        // `The Gestapo`: what begins a sentence begins no name.
        let common = |rules: &Language| rules.is_stop_word(&text::lower(letters));
        if capital && self.run.is_empty() && letters.len() > 2 && lang.rules().is_some_and(common) {
            return;
        }
        // `В Кремле`: without its full stop this is no initial.
        let word =
            |rules: &Language| self.run.iter().any(|run| rules.is_stop_word(&text::lower(run)));
        if self.initial && self.run.len() == 1 && between != ". " && lang.rules().is_some_and(word)
        {
            self.run.clear();
        }
        // BuzzFeed Джон Хадсон are two.
        if capital && self.run.last().is_some_and(|last| is_latin(last) != is_latin(letters)) {
            self.end();
        }
        if capital {
            self.run.append(&mut self.particles);
            self.run.push(letters.to_owned());
            self.initial = letters.chars().count() == 1;
        } else if !self.run.is_empty() && PARTICLES.contains(&letters) {
            self.particles.push(letters.to_owned());
            self.initial = false;
        } else {
            self.end();
        }
    }

    /// Ends the run at hand, as the end of a block does.
    pub(crate) fn end(&mut self) {
        self.particles.clear();
        self.initial = false;
        if let Some(lang) = self.lang.filter(|_| self.run.len() > 1) {
            *self.found.counts.entry((lang, self.run.join(" "))).or_default() += 1;
        }
        self.run.clear();
    }

    /// The runs.
    pub(crate) fn finish(mut self) -> Runs {
        self.end();
        self.found
    }
}

fn is_latin(word: &str) -> bool {
    word.chars().any(|letter| letter.is_alphabetic() && letter < '\u{250}')
}

#[cfg(test)]
mod tests {
    use super::RunsWriter;
    use crate::{lang::Lang, span::Span, text::words};

    fn runs(text: &str, lang: Lang) -> Vec<String> {
        let mut writer = RunsWriter::default();
        let mut end = 0;
        for word in words(text, Span::new(0, text.len() as u32), lang) {
            let between = &text[end..word.span.start as usize];
            writer.note(&word.letters(text), between, lang);
            end = word.span.end as usize;
        }
        writer.finish().counts.into_keys().map(|(_, run)| run).collect()
    }

    #[test]
    fn neighbours_with_capitals_are_a_run_with_particles_and_initials() {
        let told =
            "There Ursula von der Leyen met B. N. Yeltsin, Boris Johnson and Merkel of Germany.";
        assert_eq!(runs(told, Lang::EN), ["B N Yeltsin", "Boris Johnson", "Ursula von der Leyen"]);
        assert_eq!(
            runs("Франк-Вальтер Штайнмайер и де Голль", Lang::RU),
            ["Франк Вальтер Штайнмайер"]
        );
    }

    #[test]
    fn a_common_word_that_begins_a_sentence_begins_no_name() {
        assert_eq!(runs("The Gestapo Museum", Lang::EN), ["Gestapo Museum"]);
        assert_eq!(runs("В Кремле молчат. В. Путин молчит.", Lang::RU), ["В Путин"]);
    }

    #[test]
    fn a_comma_or_the_end_of_a_sentence_ends_a_run() {
        assert_eq!(
            runs("He met Putin. Trump left Moscow, Washington said.", Lang::EN),
            Vec::<String>::new()
        );
    }
}
