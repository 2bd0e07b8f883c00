//! English: the keys of a form are the words it may come from, as a dictionary heads them;
//! irregular words stand in `english.txt`.
//!
//! In: a folded word. Out: its lexeme keys. Ambiguous endings give several keys, and keys that no
//! other word has do no harm. Single words that the rules get wrong are for `english.txt`, not
//! for this file.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Lang, Language, Script};

/// English.
pub static ENGLISH: Language = Language {
    lang: Lang::EN,
    name: "English",
    script: Script::Latin,
    letters: "",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    // Latin names lose theirs in other languages: Marcus, Марк.
    endings: &["'s", "us", "'"],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "a.m", "adm", "al", "approx", "apr", "aug", "ave", "blvd", "bros", "capt", "cf", "co",
        "col", "corp", "d.c", "dec", "dept", "dr", "e.g", "ed", "eds", "est", "etc", "feb",
        "fig", "fri", "ft", "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt",
        "ltd", "maj", "mar", "mon", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "p",
        "p.m", "pp", "pres", "prof", "rd", "rep", "rev", "sat", "sen", "sep", "sept", "sgt",
        "sr", "st", "sun", "thu", "tue", "u.k", "u.n", "u.s", "vol", "vs", "wed",
    ],
    #[rustfmt::skip]
    months: [
        &["january", "jan"],
        &["february", "feb"],
        &["march", "mar"],
        &["april", "apr"],
        &["may"],
        &["june", "jun"],
        &["july", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["october", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ],
    #[rustfmt::skip]
    stop_words: &[
        "a", "about", "above", "after", "again", "against", "all", "also", "although", "am",
        "an", "and", "any", "are", "aren't", "as", "at", "be", "because", "been", "before",
        "being", "below", "between", "both", "but", "by", "can", "can't", "cannot", "could",
        "couldn't", "did", "didn't", "do", "does", "doesn't", "doing", "don't", "down", "during",
        "each", "either", "else", "ever", "every", "few", "for", "from", "further", "had",
        "hadn't", "has", "hasn't", "have", "haven't", "having", "he", "her", "here", "hers",
        "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "into", "is",
        "isn't", "it", "it's", "its", "itself", "just", "less", "like", "many", "may", "me",
        "might", "more", "most", "much", "must", "my", "myself", "neither", "no", "nor", "not",
        "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "ours",
        "ourselves", "out", "over", "own", "per", "rather", "same", "shall", "she", "should",
        "since", "so", "some", "still", "such", "than", "that", "that's", "the", "their",
        "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those",
        "though", "through", "thus", "to", "too", "toward", "towards", "under", "until", "up",
        "upon", "us", "very", "via", "was", "wasn't", "we", "were", "weren't", "what", "when",
        "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
        "within", "without", "won't", "would", "wouldn't", "yet", "you", "your", "yours",
        "yourself", "yourselves",
    ],
    #[rustfmt::skip]
    attribution: &[
        "said", "says", "say", "saying", "told", "tells", "stated", "states", "announced",
        "announces", "added", "adds", "noted", "notes", "claimed", "claims", "declared", "declares",
        "reported", "reports", "explained", "explains", "warned", "warns", "stressed", "stresses",
        "emphasized", "argued", "argues", "insisted", "insists", "replied", "asked", "wrote",
        "writes", "remarked", "commented", "suggested", "admitted", "acknowledged", "confirmed",
        "denied", "recalled", "according", "believes", "believe", "thinks", "predicted", "predicts",
        "expects", "promised", "pledged", "concluded",
    ],
};

/// The keys are the words it may be a form of, as a dictionary heads them.
fn lexemes(word: &str, keys: &mut Vec<String>) {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
    let word = owner.filter(|owner| !owner.is_empty()).unwrap_or(word);
    let listed = IRREGULAR.get(word);
    for key in listed.into_iter().flatten() {
        add(keys, (*key).to_owned());
    }
    if listed.is_none() || word.ends_with("ing") {
        // A feeling, a meeting: each is a noun of its own as well.
        add(keys, word.to_owned());
    }
    if listed.is_none() {
        regular(word, keys);
    }
}

fn add(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

fn regular(word: &str, keys: &mut Vec<String>) {
    if !word.is_ascii() || word.len() < 3 {
        return;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        add(keys, if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") });
        if stem.len() > 2 {
            add(keys, format!("{stem}ie"));
        }
    } else if let Some(stem) = word.strip_suffix("es") {
        if SIBILANT.iter().any(|end| stem.ends_with(end)) || stem.ends_with('o') {
            add(keys, stem.to_owned());
            if let Some(single) = stem.strip_suffix("zz") {
                add(keys, format!("{single}z"));
            }
        }
        if !stem.ends_with("ss") && !stem.ends_with('x') {
            add(keys, format!("{stem}e"));
        }
        if let Some(short) = stem.strip_suffix('s').filter(|short| short.len() > 2) {
            // analyses, crises
            add(keys, format!("{short}sis"));
        }
    } else if let Some(stem) = word.strip_suffix('s') {
        if !stem.ends_with('s') {
            add(keys, stem.to_owned());
        }
    } else if let Some(stem) = word.strip_suffix("ied") {
        add(keys, if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") });
    } else if let Some(stem) = word.strip_suffix("ed") {
        if stem.ends_with('e') {
            add(keys, format!("{stem}e"));
        } else {
            unsuffixed(stem, keys);
        }
    } else if let Some(stem) = word.strip_suffix("ing") {
        unsuffixed(stem, keys);
    } else if let Some(stem) = word.strip_suffix("men") {
        add(keys, format!("{stem}man"));
    }
    for (ending, most) in [("iest", true), ("ier", true), ("est", false), ("er", false)] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let base = if most { format!("{stem}y") } else { stem.to_owned() };
        let mut bases = Vec::new();
        if most {
            bases.push(base);
        } else {
            unsuffixed(&base, &mut bases);
        }
        bases.retain(|base| GRADABLE.contains(&base.as_str()));
        for base in bases {
            add(keys, base);
        }
        break;
    }
}

/// The verbs from which `-ed` and `-ing` make this stem: `hop` of hopp, `hope` of hop,
/// `visit` and `invite` of what cannot be told.
fn unsuffixed(stem: &str, keys: &mut Vec<String>) {
    let b = stem.as_bytes();
    let n = b.len();
    if n < 2 || !b.iter().any(|&c| vowel(c)) && b[n - 1] != b'y' && !stem.contains('y') {
        return;
    }
    let (last, before) = (b[n - 1], b[n - 2]);
    if n > 2 && last == before && !vowel(last) {
        if !b"lsfz".contains(&last) {
            add(keys, stem[..n - 1].to_owned());
            if !b"bdgmnprt".contains(&last) || n > 4 && b"dg".contains(&last) {
                add(keys, stem.to_owned());
            }
            return;
        }
        add(keys, stem.to_owned());
        if last == b'l' || n < 5 && last != b's' || stem.ends_with("ss") && n < 5 {
            add(keys, stem[..n - 1].to_owned());
        }
        return;
    }
    let vowels = stem.split(|c: char| !"aeiouy".contains(c)).filter(|run| !run.is_empty()).count();
    let short = vowels == 1 && !vowel(last) && vowel(before) && (n < 3 || !vowel(b[n - 3]));
    let must = NEVER_BARE.contains(&last) || short && !b"wxy".contains(&last);
    let may = !BARE.iter().any(|end| stem.ends_with(end));
    if !must {
        add(keys, stem.to_owned());
    }
    if must || may {
        add(keys, format!("{stem}e"));
    }
}

fn vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

/// Letters on which no verb ends: what looks so has dropped its `e`.
const NEVER_BARE: &[u8] = b"vuc";

/// Ends of verbs that have dropped none.
const BARE: &[&str] = &[
    "w", "x", "y", "ck", "nk", "rk", "lk", "sk", "sh", "ch", "nd", "rd", "ld", "nt", "rt", "lt",
    "ft", "ct", "pt", "ht", "xt", "mp", "rp", "lp", "rm", "lm", "rn", "mn", "ow", "ew",
];

/// Ends after which the plural is `-es`.
const SIBILANT: &[&str] = &["s", "x", "z", "ch", "sh"];

/// Adjectives and adverbs compared by `-er` and `-est`.
const GRADABLE: &[&str] = &[
    "angry", "big", "bitter", "black", "bold", "bright", "brief", "broad", "busy", "calm", "cheap",
    "clean", "clear", "clever", "close", "cold", "cool", "crazy", "cute", "dark", "dead", "dear",
    "deep", "dirty", "dry", "dumb", "dull", "early", "easy", "fair", "fancy", "fast", "fat", "few",
    "fine", "firm", "fit", "free", "fresh", "friendly", "full", "funny", "gentle", "grand",
    "great", "green", "guilty", "happy", "hard", "harsh", "healthy", "heavy", "high", "holy",
    "hot", "huge", "hungry", "kind", "large", "late", "lazy", "light", "likely", "lonely", "long",
    "loud", "lovely", "low", "lucky", "mad", "mighty", "mild", "narrow", "nasty", "near", "neat",
    "new", "nice", "noble", "noisy", "odd", "old", "plain", "poor", "pretty", "proud", "pure",
    "quick", "quiet", "rare", "ready", "rich", "risky", "rough", "round", "rude", "sad", "safe",
    "scary", "sharp", "short", "shallow", "sick", "silly", "simple", "slim", "slow", "small",
    "smart", "smooth", "soft", "soon", "steady", "steep", "strange", "strict", "strong", "sunny",
    "sure", "sweet", "tall", "thick", "thin", "tight", "tiny", "tough", "true", "ugly", "warm",
    "weak", "wealthy", "weird", "wet", "white", "wide", "wild", "wise", "worthy", "young",
];

static IRREGULAR: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for line in FORMS.lines().filter(|line| !line.starts_with('#')) {
        let Some(key) = line.split_whitespace().next() else { continue };
        for form in line.split_whitespace() {
            words.entry(form).or_default().push(key);
        }
    }
    words
});

/// One lexeme a line: its key, then its other forms. These words have no other keys.
const FORMS: &str = include_str!("english.txt");

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("^mack", "mak"),
    ("ssion", "Son"),
    ("a|Ces$", "ei"),
    ("i|Ces$", "ai"),
    ("ecki$", "ecki"),
    ("^who", "h"),
    ("^mc|c", "ma"),
    ("^mc|k", "ma"),
    ("eaux$", "o"),
    ("ault$", "o"),
    ("aux$", "o"),
    ("eau", "o"),
    ("gy$", "dj"),
    ("augh", "o"),
    ("ough", "o"),
    ("aigh", "ei"),
    ("eigh", "ei"),
    ("ces$", "s"),
    ("tion", "Son"),
    ("sion", "Zon"),
    ("a|Ce$", "ei"),
    ("i|Ce$", "ai"),
    ("o|Ce$", "ou"),
    ("u|Ce$", "ju"),
    ("que$", "k"),
    ("^kn", "n"),
    ("^gn", "n"),
    ("^wr", "r"),
    ("^mc", "mak"),
    ("mb$", "m"),
    ("gh$", ""),
    ("ght", "t"),
    ("igh|i", "ig"),
    ("igh|e", "ig"),
    ("igh", "ai"),
    ("sc|e", "s"),
    ("sc|i", "s"),
    ("cc|e", "ks"),
    ("cc|i", "ks"),
    ("gu|e", "g"),
    ("gu|i", "g"),
    ("dge", "J"),
    ("ce$", "s"),
    ("sch", "S"),
    ("chr", "kr"),
    ("chl", "kl"),
    ("aw|V", "aw"),
    ("ew|V", "ew"),
    ("ow|V", "ov"),
    ("ie$", "i"),
    ("ey$", "i"),
    ("ay|V", "aj"),
    ("ey|V", "ej"),
    ("oy|V", "oj"),
    ("oe$", "o"),
    ("u|CC", "y"),
    ("u|C$", "y"),
    ("ah|$", "a"),
    ("ah|C", "a"),
    ("eh|$", "e"),
    ("oh|$", "o"),
    ("dt$", "t"),
    ("^x", "z"),
    ("g|e", "J"),
    ("g|i", "J"),
    ("g|y", "J"),
    ("dg", "J"),
    ("gg", "g"),
    ("th", "T"),
    ("wh", "w"),
    ("aw", "o"),
    ("ew", "ju"),
    ("ow", "ou"),
    ("y|V", "j"),
    ("ee", "i"),
    ("ea", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ay", "ei"),
    ("ai", "ei"),
    ("ei", "ei"),
    ("ey", "ei"),
    ("oy", "oi"),
    ("eu", "oi"),
    ("au", "au"),
    ("oa", "o"),
    ("ue", "u"),
    ("h|C", ""),
    ("gn", "nj"),
    ("iy", "i"),
    ("yi", "i"),
    ("w", "w"),
    ("j", "J"),
    ("x", "ks"),
];
