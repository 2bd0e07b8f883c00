//! Why a language was concluded, in a few words for readers.
//!
//! In: a sample, the language found and the one it was nearest to. Out: a short English
//! phrase such as `letters ы э; words что, это`. Only what is in the text and speaks for
//! the language is named. Nothing is decided here.

use super::{model::Model, sample::Sample};
use crate::lang::Lang;

/// How many letters, words or sequences a reason names.
const NAMED: usize = 3;
/// A letter that more languages of the script than these have is not named.
const RARE: usize = 2;

/// The letters that no language of the model has, where there is one or more among `share`.
pub(super) fn unknown_letters(model: &Model, sample: &Sample, share: usize) -> Option<String> {
    let mut seen = Vec::new();
    let mut count = 0;
    for letter in sample.words.iter().flat_map(|word| word.chars()) {
        if !model.knows(letter) {
            count += 1;
            if !seen.contains(&letter) && seen.len() < NAMED {
                seen.push(letter);
            }
        }
    }
    (count > 0 && count * share >= sample.letters)
        .then(|| format!("{} of another language", letters(&seen)))
}

/// What speaks for the language at `best`, against the one at `second`.
pub(super) fn shown(model: &Model, sample: &Sample, best: usize, second: usize) -> String {
    let mut parts = Vec::new();
    let own = own_letters(model, sample, best, second);
    if !own.is_empty() {
        parts.push(letters(&own));
    }
    let words = telling_words(model, sample, best);
    if words.len() > 1 {
        parts.push(format!("words {}", words.join(", ")));
    } else if parts.is_empty() {
        let sequences = telling_sequences(model, sample, best, second);
        parts.push(format!("letter sequences {}", sequences.join(", ")).trim_end().to_owned());
    }
    parts.join("; ")
}

fn letters(seen: &[char]) -> String {
    let list: Vec<String> = seen.iter().map(char::to_string).collect();
    format!("{} {}", if seen.len() == 1 { "letter" } else { "letters" }, list.join(" "))
}

/// The letters of the sample that `best` has, `second` has not, and few others have: the
/// rarest first, then as they come.
fn own_letters(model: &Model, sample: &Sample, best: usize, second: usize) -> Vec<char> {
    let mut found: Vec<(usize, char)> = Vec::new();
    for letter in sample.words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic()) {
        let named = model.languages.iter().enumerate().filter(|(_, lang)| **lang != Lang::UND);
        let holders = named.filter(|(at, _)| model.has(*at, letter)).count();
        let tells = model.has(best, letter)
            && (!model.has(second, letter) || model.languages[second] == Lang::UND);
        if holders <= RARE && tells && !found.contains(&(holders, letter)) {
            found.push((holders, letter));
        }
    }
    found.sort_by_key(|&(holders, _)| holders);
    found.into_iter().take(NAMED).map(|(_, letter)| letter).collect()
}

/// The words of the sample that speak most for `best` against every other language.
fn telling_words<'a>(model: &Model, sample: &'a Sample, best: usize) -> Vec<&'a str> {
    let mut found: Vec<(i32, &str)> = Vec::new();
    for word in &sample.words {
        let mut scores = vec![0; model.languages.len()];
        model.add(word, &mut scores);
        let lead = lead(&scores, best);
        if lead <= 0 {
            continue;
        }
        match found.iter_mut().find(|(_, seen)| seen == word) {
            Some((sum, _)) => *sum += lead,
            None => found.push((lead, word)),
        }
    }
    found.sort_by_key(|&(lead, _)| std::cmp::Reverse(lead));
    found.into_iter().take(NAMED).map(|(_, word)| word).collect()
}

/// The letter sequences that speak most for `best` against `second`.
fn telling_sequences(model: &Model, sample: &Sample, best: usize, second: usize) -> Vec<String> {
    let mut found: Vec<(i32, String)> = Vec::new();
    for word in &sample.words {
        for sequence in model.sequences(word) {
            let lead = sequence.scores[best] - sequence.scores[second];
            if lead > 0 && !found.iter().any(|(_, shown)| *shown == sequence.shown) {
                found.push((lead, sequence.shown));
            }
        }
    }
    found.sort_by_key(|&(lead, _)| std::cmp::Reverse(lead));
    found.into_iter().take(NAMED).map(|(_, shown)| shown).collect()
}

/// How far the score at `best` leads every other.
fn lead(scores: &[i32], best: usize) -> i32 {
    let others = scores.iter().enumerate().filter(|(at, _)| *at != best);
    scores[best] - others.map(|(_, score)| *score).max().unwrap_or_default()
}
