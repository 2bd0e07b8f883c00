//! Which words are forms of one word, and which only look so: `suite/lang/<language>.txt`.
//!
//! A line `= a b c`: each shares a key with `a`. A line `! a b c`: none shares a key with `a`.
//! Words stand folded. `#` starts a comment.

use std::collections::BTreeSet;
use std::path::Path;

use tellings::lang::{LANGUAGES, Language};

fn keys(language: &Language, word: &str) -> BTreeSet<String> {
    let mut keys = Vec::new();
    (language.lexemes)(word, &mut keys);
    keys.into_iter().collect()
}

/// The lines of the language's case file that do not hold, each with what to do about it.
fn failures(language: &Language, file: &str, cases: &str) -> Vec<String> {
    let mut failures = Vec::new();
    for (at, line) in cases.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let Some(sign) = words.next() else { continue };
        let first = words.next().unwrap_or_default();
        let first_keys = keys(language, first);
        for word in words {
            let shared =
                keys(language, word).intersection(&first_keys).cloned().collect::<Vec<_>>();
            let why = match sign {
                "=" if shared.is_empty() => format!(
                    "`{first}` {first_keys:?} and `{word}` {:?} are one word but share no key: give \
                     an ending that splits `{word}`, or list it among the irregular words",
                    keys(language, word)
                ),
                "!" if !shared.is_empty() => format!(
                    "`{first}` and `{word}` are two words but share {shared:?}: narrow the ending \
                     that gives this key, or list one of them among the irregular words"
                ),
                "=" | "!" => continue,
                _ => format!("starts with `{sign}`: write `=` or `!`"),
            };
            failures.push(format!("{file}:{}: {why}", at + 1));
        }
    }
    failures
}

#[test]
fn forms_of_one_word_share_a_key_and_different_words_share_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/lang");
    let names = [
        ("en", "english"),
        ("ru", "russian"),
        ("bg", "bulgarian"),
        ("uk", "ukrainian"),
        ("de", "german"),
        ("fr", "french"),
        ("es", "spanish"),
        ("pl", "polish"),
        ("sr", "serbian"),
        ("mk", "macedonian"),
        ("be", "belarusian"),
    ];
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let code = language.lang.code();
        let Some((_, name)) = names.iter().find(|(lang, _)| *lang == code) else {
            panic!(
                "{code} has no case file: write tests/suite/lang/<language>.txt and name it here"
            );
        };
        let file = folder.join(format!("{name}.txt"));
        let cases = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}: write it", file.display()));
        let count = cases.lines().filter(|line| line.starts_with(['=', '!'])).count();
        assert!(count >= 40, "{name}.txt has {count} cases: give it at least 40");
        wrong.extend(failures(language, &format!("{name}.txt"), &cases));
    }
    assert!(wrong.is_empty(), "{} cases do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_word_has_few_keys_and_none_twice() {
    for language in LANGUAGES {
        for word in ["работа", "страната", "говорить", "visiting", "об'єднання", "x"]
        {
            let mut keys = Vec::new();
            (language.lexemes)(word, &mut keys);
            let distinct = keys.iter().collect::<BTreeSet<_>>().len();
            assert_eq!(keys.len(), distinct, "{}: {word} repeats a key: {keys:?}", language.lang);
            assert!(distinct <= 12, "{}: {word} has too many keys: {keys:?}", language.lang);
        }
    }
}

#[test]
fn word_lists_are_complete_and_in_lower_case_and_order() {
    for language in LANGUAGES {
        let code = language.lang;
        assert!(language.stop_words.len() >= 100, "{code}: list at least 100 stop words");
        assert!(language.stop_words.is_sorted(), "{code}: sort the stop words");
        assert!(!language.attribution.is_empty(), "{code}: list the verbs that attribute speech");
        for month in language.months {
            assert!(!month.is_empty(), "{code}: give every month its forms");
        }
        let all = language.stop_words.iter().chain(language.attribution);
        for word in all.chain(language.months.iter().copied().flatten()) {
            assert_eq!(*word, word.to_lowercase(), "{code}: write {word} in lower case");
        }
        let lengths: Vec<_> = language.endings.iter().map(|end| end.chars().count()).collect();
        assert!(lengths.is_sorted_by(|a, b| a >= b), "{code}: list the longest endings first");
    }
}
