//! Serbian, in both scripts: inflection is tables of endings for [`super::inflect`];
//! irregular words stand in `serbian.txt`.
//!
//! In: a folded word. Out: its lexeme keys, in Latin letters whichever script the word is in.
//! Ambiguous endings give several keys, and keys that no other word has do no harm. Single words
//! that the rules get wrong are for `serbian.txt`, not for this file.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script};

/// Serbian.
pub static SERBIAN: Language = Language {
    lang: Lang::SR,
    name: "Српски",
    script: Script::Cyrillic,
    letters: "čćšžđђјљњћџ",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    endings: &[
        "скога", "скому", "ским", "ских", "ској", "skog", "skom", "skim", "skih", "skoj", "овић", "ovic", "ima", "ama", "има", "ама", "om", "em", "og", "oj", "ом", "ем", "ог", "ој", "a", "e", "i", "o", "u", "а", "е", "и", "о", "у",
    ],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "br", "dr", "god", "gosp", "gđa", "ing", "itd", "itsl", "km", "l", "mil", "mln", "mlrd",
        "mr", "npr", "o.d", "odn", "okt", "op", "pr", "prof", "red", "sept", "st", "str", "sv",
        "tač", "tj", "tzv", "ul", "v.d", "vek", "čl", "бр", "год", "др", "инж", "итд", "мил", "млн",
        "млрд", "мр", "нпр", "одн", "окт", "проф", "св", "сеп", "ст", "стр", "тзв", "тј", "ул",
    ],
    #[rustfmt::skip]
    months: [
        &["januar", "januara", "januaru", "januarom", "јануар", "јануара", "јануару", "јануаром"],
        &["februar", "februara", "februaru", "februarom", "фебруар", "фебруара", "фебруару"],
        &["mart", "marta", "martu", "martom", "март", "марта", "марту"],
        &["april", "aprila", "aprilu", "aprilom", "април", "априла", "априлу"],
        &["maj", "maja", "maju", "majem", "мај", "маја", "мају"],
        &["jun", "juna", "junu", "junom", "juni", "јун", "јуна", "јуну"],
        &["jul", "jula", "julu", "julom", "juli", "јул", "јула", "јулу"],
        &["avgust", "avgusta", "avgustu", "avgustom", "август", "августа", "августу"],
        &["septembar", "septembra", "septembru", "septembrom", "септембар", "септембра", "септембру"],
        &["oktobar", "oktobra", "oktobru", "oktobrom", "октобар", "октобра", "октобру"],
        &["novembar", "novembra", "novembru", "novembrom", "новембар", "новембра", "новембру"],
        &["decembar", "decembra", "decembru", "decembrom", "децембар", "децембра", "децембру"],
    ],
    stop_words: STOP_WORDS,
    #[rustfmt::skip]
    attribution: &[
        "rekao", "rekla", "rekli", "kaže", "kažu", "izjavio", "izjavila", "izjavili", "naveo", "navela", "naveli", "navodi", "navode", "istakao", "istakla", "ističe", "saopštio", "saopštila", "saopštili", "dodao", "dodala", "dodaje", "objasnio", "objasnila", "objašnjava", "smatra", "smatraju", "tvrdi", "tvrde", "naglasio", "naglasila", "ocenio", "ocenila", "upozorio", "upozorila", "potvrdio", "potvrdila", "podsetio", "podsetila", "poručio", "poručila", "poručuje", "najavio", "najavila", "napisao", "napisala", "piše", "odgovorio", "odgovorila", "priznao", "priznala", "рекао", "рекла", "рекли", "каже", "кажу", "изјавио", "изјавила", "навео", "навела", "наводи", "истакао", "истакла", "истиче", "саопштио", "саопштила", "додао", "додала", "додаје", "објаснио", "сматра", "тврди", "тврде", "нагласио", "оценио", "упозорио", "потврдио", "подсетио", "поручио", "најавио", "написао", "пише",
    ],
};

/// Words too common to tell texts apart; the rules leave them alone.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "ako", "ali", "bar", "bez", "bi", "bih", "bila", "bile", "bili", "bilo", "bio", "bismo",
    "biste", "biti", "bude", "budu", "da", "dakle", "deo", "do", "dok", "dokle", "dva", "dve", "ga",
    "gde", "i", "iako", "ih", "ikad", "ili", "im", "inače", "ipak", "ispod", "isto", "iz", "između",
    "iznad", "ja", "je", "jedan", "jedna", "jedno", "jer", "jesam", "jeste", "jesu", "još", "ju",
    "k", "ka", "kad", "kada", "kako", "kao", "kod", "koja", "koje", "kojeg", "kojem", "koji",
    "kojih", "kojim", "kojima", "kojoj", "koju", "koliko", "kroz", "li", "mada", "me", "mene",
    "meni", "mi", "mnogo", "mogu", "moguće", "mora", "može", "mu", "na", "nad", "nakon", "nam",
    "nama", "nas", "naš", "ne", "nego", "neka", "neki", "neko", "nema", "ni", "nije", "nikad",
    "niko", "nisam", "nisu", "ništa", "njega", "njegov", "njegova", "njegove", "njemu", "njen",
    "njih", "njihov", "njihova", "njima", "no", "o", "od", "odakle", "odmah", "oko", "on", "ona",
    "onda", "one", "oni", "ono", "osim", "ova", "ovaj", "ove", "ovi", "ovo", "ovog", "ovom", "pa",
    "pak", "po", "pod", "pored", "posle", "pre", "preko", "prema", "pri", "protiv", "put", "s",
    "sa", "sad", "sada", "sam", "samo", "se", "sebe", "sebi", "si", "smo", "ste", "sto", "su",
    "svaki", "sve", "svi", "svih", "svoj", "svoja", "svoje", "svojim", "svoju", "ta", "tada", "taj",
    "tako", "takođe", "te", "tek", "ti", "time", "to", "toga", "toliko", "tome", "treba", "tu",
    "tvoj", "u", "uvek", "uz", "van", "veoma", "već", "vi", "više", "vrlo", "za", "zar", "zato",
    "zašto", "zbog", "će", "ćemo", "ćete", "ćeš", "ću", "šta", "što", "že",
];

/// Both scripts have the same keys, in Latin letters.
fn lexemes(word: &str, keys: &mut Vec<String>) {
    if word.is_ascii() {
        INFLECTION.keys(word, keys);
        return;
    }
    let mut latin = String::with_capacity(word.len());
    for letter in word.chars() {
        match LATIN.iter().find(|(cyrillic, _)| *cyrillic == letter) {
            Some((_, written)) => latin.push_str(written),
            None => latin.push(letter),
        }
    }
    INFLECTION.keys(&latin, keys);
}

/// Latin letters in Cyrillic ones; lower case.
#[must_use]
pub fn in_cyrillic(latin: &str) -> String {
    let mut out = String::with_capacity(latin.len() * 2);
    let mut rest = latin;
    while let Some(letter) = rest.chars().next() {
        // `lj` is one letter, and longer than `l`.
        let own = LATIN.iter().filter(|(_, written)| rest.starts_with(written));
        let (cyrillic, written) = match own.max_by_key(|(_, written)| written.chars().count()) {
            Some((cyrillic, written)) => (*cyrillic, written.len()),
            None => (letter, letter.len_utf8()),
        };
        out.push(cyrillic);
        rest = &rest[written..];
    }
    out
}

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        irregular: include_str!("serbian.txt"),
        closed: STOP_WORDS,
        prefixes: PREFIXES,
        verb: "v",
        degrees: &["naj"],
        // Bare letters are often typed for these.
        accents: &[('č', 'c'), ('ć', 'c'), ('š', 's'), ('ž', 'z')],
        ..Paradigms::default()
    })
});

/// How the Cyrillic letters are written in Latin ones.
const LATIN: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('ђ', "đ"),
    ('е', "e"),
    ('ж', "ž"),
    ('з', "z"),
    ('и', "i"),
    ('ј', "j"),
    ('к', "k"),
    ('л', "l"),
    ('љ', "lj"),
    ('м', "m"),
    ('н', "n"),
    ('њ', "nj"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('ћ', "ć"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "h"),
    ('ц', "c"),
    ('ч', "č"),
    ('џ', "dž"),
    ('ш', "š"),
];

/// Letters: consonants, vowels. Lists: endings of adjectives, of the past, of the present.
const SETS: &str = "
C bcčćdđfghjklmnprsštvzž
V aeiou
adj i a o e u og oga om ome omu im ih oj ima eg ega em emu
pres em eš e emo ete u
past o la lo li le vši
";

/// Classes: `n` nouns, `a` adjectives, `v` verbs by the stem of the infinitive.
const ENDINGS: &str = "
# nouns
n C - : - a u e i o om em ama ima ovi ova ove ovima evi eva eve evima
n C - : ju
n * k : ci cima če
n * g : zi zima že
n * h : si sima še
n C k : ak aka
n C c : ac aca
n C r : ar ara
n C n : an ana
n C l : al ala o
n eo l : o
n C l : ao
n rbd - : in ina inu inom
n C m : am ama
n C t : at ata
n C v : av ava
n c t : ta
n * st : šću
n * an : anin anina aninu aninom ani
n C - : eta etu etom
n C men : me mena menu menom
n i j : o
# adjectives
a C - : +adj -
a C n : an
a s n : tan
a s k : zak
a t k : dak
a C l : ao
a C r : ar
a C k : ak
a C l : al
a aeo l : o
a C - : ij+adj
# verbs
v * a : ati a+past am aš a amo ate aju ajući j aj ajte an ana ano ani ane aću aćeš aće aćemo aćete
v * a : ah aše asmo aste aše
v * ova : ovati ova+past ujem uješ uje ujemo ujete uju ujući ovan ovana ovano ovani ovane ovaće
v * iva : ivati iva+past ujem uješ uje ujemo ujete uju ujući ivan ivana ivano ivani ivaće
v * ava : ajem aješ aje ajemo ajete aju
v * i : iti i+past im iš i imo ite e eći iću ićeš iće ićemo en ena eno eni ene
v * si : šen šena šeno šeni šene
v * zi : žen žena ženo ženi žene
v * ti : ćen ćena ćeno ćeni ćene
v * di : đen đena đeno đeni đene
v * ni : njen njena njeno njeni njene
v * li : ljen ljena ljeno ljeni ljene
v pbvm i : ljen ljena ljeno ljeni ljene
v * sti : šten štena šteno šteni štene
v * e : eti e+past im iš i imo ite e eću eće
v * e : em eš emo ete eju
v * nu : nuti nu+past nem neš ne nemo nete nu nuće nut nuta nuto nuti
v * ca : čem češ če čemo čete ču
v * ga : žem žeš že žemo žete žu
v * ra : rem reš re remo rete ru
v žčšj a : im iš i imo ite e
v * sa : šem šeš še šemo šete šu
v * za : žem žeš že žemo žete žu
v * ka : čem češ če čemo čete ču
v * ta : ćem ćeš će ćemo ću
v * ja : jem ješ je jemo jete ju
v V - : jem ješ je jemo jete ju ti
";

/// Verbal prefixes, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("do", "do"),
    ("iz", "iz"),
    ("is", "iz"),
    ("na", "na"),
    ("prona", "prona"),
    ("iza", "iza"),
    ("sna", "sna"),
    ("nad", "nad"),
    ("o", "o"),
    ("ob", "ob"),
    ("od", "od"),
    ("ot", "od"),
    ("po", "po"),
    ("pod", "pod"),
    ("pre", "pre"),
    ("pri", "pri"),
    ("pro", "pro"),
    ("raz", "raz"),
    ("ras", "raz"),
    ("s", "s"),
    ("sa", "s"),
    ("u", "u"),
    ("uz", "uz"),
    ("us", "uz"),
    ("za", "za"),
    ("ne", "ne"),
    ("pred", "pred"),
];

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("ђ", "J"),
    ("đ", "J"),
    ("ћ", "C"),
    ("ć", "C"),
    ("џ", "J"),
    ("dž", "J"),
    ("љ", "lj"),
    ("њ", "nj"),
    ("ј", "j"),
    ("č", "C"),
    ("š", "S"),
    ("ž", "Z"),
    ("lj", "lj"),
    ("nj", "nj"),
    ("c", "c"),
    ("j", "j"),
];

#[cfg(test)]
mod tests {
    use super::in_cyrillic;

    #[test]
    fn two_latin_letters_may_be_one_cyrillic_letter() {
        assert_eq!(in_cyrillic("ljubav njegova, džep i đak: 12"), "љубав његова, џеп и ђак: 12");
    }
}
