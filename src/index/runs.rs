//! Words with capitals that stand next to each other: names of several words, and who is
//! called by them.
//!
//! In: the words of a block, in order, with what stands between them. Out: each run of
//! capitalised words as written, and how often it occurs. A particle (`von`, `де`) may
//! stand inside a run, an initial's full stop too; anything else ends it. Whoever is said to
//! say something, or to do what governments do (“Moscow has rejected”, `acting.txt`), is noted.
//! Headlines, which may have capitals everywhere, are for the caller to leave out. What a run
//! means is for `people`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use rustc_hash::FxHashMap;

use crate::{
    lang::{Lang, Language},
    text,
};

/// Words in lower case that stand inside names.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von",
    "аль", "бин", "бен", "ван", "да", "де", "дер", "ди", "ель", "ла", "ле", "фон", "эль",
];

/// In each language, what a capital does that is meant for its government; `true` of words that
/// may stand before that: has, not, already. Written for this project.
static ACTING: LazyLock<FxHashMap<(Lang, &str), bool>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for line in include_str!("acting.txt").lines() {
        let mut words = line.split(' ');
        let Some(lang) = words.next().and_then(Lang::parse) else { continue };
        all.extend(words.map(|word| match word.strip_suffix('+') {
            Some(before) => ((lang, before), true),
            None => ((lang, word), false),
        }));
    }
    all
});

/// The longest run that is kept: more capitals than this are no name.
const LONGEST: usize = 6;

/// The runs of a collection.
#[derive(Default)]
pub(crate) struct Runs {
    /// How often each of several words stands in it, as written, with single spaces.
    pub counts: BTreeMap<(Lang, String), u32>,
    /// Words with a capital that a verb of saying follows, or of acting: “Moscow said”.
    pub speaking: BTreeSet<(Lang, String)>,
}

/// Collects the runs of one block after another.
#[derive(Default)]
pub(crate) struct RunsWriter {
    found: Runs,
    run: Vec<String>,
    /// The word with a capital of whom the verb may still come.
    subject: Option<String>,
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
            self.subject = None;
        }
        self.lang = Some(lang);
        let last = self.run.last().filter(|_| self.particles.is_empty()).cloned();
        if let Some(subject) = last.or(self.subject.take()).filter(|_| !capital) {
            let says = lang.rules().is_some_and(|rules| rules.attribution.contains(&letters));
            match ACTING.get(&(lang, letters)) {
                Some(true) if !says => self.subject = Some(subject),
                None if !says => {}
                _ => {
                    self.found.speaking.insert((lang, subject));
                }
            }
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
    fn who_says_or_does_something_is_noted() {
        let speaking = |text: &str, lang: Lang| {
            let mut writer = RunsWriter::default();
            let mut end = 0;
            for word in words(text, Span::new(0, text.len() as u32), lang) {
                writer.note(&word.letters(text), &text[end..word.span.start as usize], lang);
                end = word.span.end as usize;
            }
            let told: Vec<String> =
                writer.finish().speaking.into_iter().map(|(_, word)| word).collect();
            told.join(" ")
        };
        let english = "Moscow has not rejected it. They met in London, wants or not. Kyiv is far.";
        assert_eq!(speaking(english, Lang::EN), "Moscow");
        let russian = "Москва уже отвергла план, а Вашингтон заявил, что в Лондоне его не ждали.";
        assert_eq!(speaking(russian, Lang::RU), "Вашингтон Москва");
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
