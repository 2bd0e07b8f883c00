//! The words of a text that its language is judged by.
//!
//! In: a text of any length. Out: a [`Sample`]: its script and its lower-case words in that
//! script. A long text is read in places spread evenly over it, always the same ones, so the
//! time does not grow with its length. Addresses are left out: they are in no language.
//! What the words tell of a language is for the model.

/// How many bytes are read of one place.
const PLACE: usize = 2 * 1024;
/// How many places are read of a text longer than all of them.
const PLACES: usize = 8;

/// The scripts that a sample is told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alphabet {
    /// Cyrillic letters.
    Cyrillic,
    /// Latin letters.
    Latin,
    /// Any other letters.
    Other,
}

impl Alphabet {
    /// Its name for readers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Cyrillic => "Cyrillic",
            Self::Latin => "Latin",
            Self::Other => "other",
        }
    }

    fn of(letter: char) -> Self {
        match letter {
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            'a'..='z' | '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// What is read of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sample {
    /// The script that decides; [`Alphabet::Other`] also for a text without letters.
    pub(super) alphabet: Alphabet,
    /// The lower-case words in that script, in order.
    pub(super) words: Vec<String>,
    /// How many letters those words have.
    pub(super) letters: usize,
    /// Whether there is any letter at all, of any script.
    pub(super) any: bool,
}

/// Reads `text`.
pub(super) fn sample(text: &str) -> Sample {
    let mut words = Vec::new();
    for place in places(text) {
        for chunk in place.split_whitespace() {
            if !is_address(chunk) {
                split(chunk, &mut words);
            }
        }
    }
    let count = |of: Alphabet| -> usize {
        words.iter().filter(|(alphabet, _)| *alphabet == of).map(|(_, word)| letters(word)).sum()
    };
    let (cyrillic, latin, other) =
        (count(Alphabet::Cyrillic), count(Alphabet::Latin), count(Alphabet::Other));
    // Cyrillic texts are full of Latin names, brands and units; the reverse is rare.
    let alphabet = if other > cyrillic + latin || cyrillic + latin == 0 {
        Alphabet::Other
    } else if cyrillic * 2 >= latin {
        Alphabet::Cyrillic
    } else {
        Alphabet::Latin
    };
    let words: Vec<String> =
        words.into_iter().filter(|(of, _)| *of == alphabet).map(|(_, word)| word).collect();
    let letters = words.iter().map(|word| letters(word)).sum();
    Sample { alphabet, words, letters, any: cyrillic + latin + other > 0 }
}

fn letters(word: &str) -> usize {
    word.chars().filter(|&c| c != '\'').count()
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.")
}

/// The parts of `text` that are read: all of it, or places spread evenly over it.
fn places(text: &str) -> Vec<&str> {
    if text.len() <= PLACE * PLACES {
        return vec![text];
    }
    let step = text.len() / PLACES;
    (0..PLACES)
        .map(|place| {
            let start = text.floor_char_boundary(place * step);
            let end = text.floor_char_boundary(place * step + PLACE);
            &text[start..end]
        })
        .collect()
}

/// Adds the words of `chunk`, each in one script. An apostrophe between Cyrillic letters is
/// a letter (`об'єкт`), between Latin ones it parts words (`l'art`); accents that stand as
/// characters of their own (stress marks) are passed over.
fn split(chunk: &str, words: &mut Vec<(Alphabet, String)>) {
    let mut open: Option<(Alphabet, String)> = None;
    for c in chunk.chars().flat_map(char::to_lowercase) {
        let apostrophe = matches!(c, '\'' | '’' | 'ʼ');
        if ('\u{300}'..='\u{36f}').contains(&c) {
            continue;
        }
        if apostrophe || !c.is_alphabetic() {
            match &mut open {
                Some((Alphabet::Cyrillic, word)) if apostrophe => word.push('\''),
                _ => close(&mut open, words),
            }
            continue;
        }
        let of = Alphabet::of(c);
        match &mut open {
            Some((alphabet, word)) if *alphabet == of => word.push(c),
            _ => {
                close(&mut open, words);
                open = Some((of, c.to_string()));
            }
        }
    }
    close(&mut open, words);
}

fn close(open: &mut Option<(Alphabet, String)>, words: &mut Vec<(Alphabet, String)>) {
    if let Some((alphabet, mut word)) = open.take() {
        word.truncate(word.trim_end_matches('\'').len());
        words.push((alphabet, word));
    }
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, PLACE, PLACES, sample};

    #[test]
    fn latin_names_do_not_hide_a_cyrillic_text() {
        let read = sample("Apple показва новия iPhone");
        assert_eq!(read.alphabet, Alphabet::Cyrillic);
        assert_eq!(read.words, ["показва", "новия"]);
    }

    #[test]
    fn an_apostrophe_is_a_letter_in_cyrillic_and_parts_latin_words() {
        assert_eq!(sample("Об’єкт 'це'").words, ["об'єкт", "це"]);
        assert_eq!(sample("L'État").words, ["l", "état"]);
    }

    #[test]
    fn stress_marks_and_addresses_are_passed_over() {
        assert_eq!(sample("за́мок https://example.org/page a@b.example").words, ["замок"]);
    }

    #[test]
    fn a_huge_text_is_read_in_a_few_places_of_it() {
        let text = "слово ".repeat(1_000_000);
        let read = sample(&text);
        assert!(read.letters <= PLACE * PLACES, "{} letters were read", read.letters);
        assert!(read.letters > PLACE, "{} letters were read", read.letters);
    }
}
