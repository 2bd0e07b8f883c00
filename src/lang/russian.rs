//! Russian.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script, Signs};

/// Russian.
pub static RUSSIAN: Language = Language {
    lang: Lang::RU,
    name: "Русский",
    script: Script::Cyrillic,
    letters: "й",
    folds: &[('ё', 'е')],
    lexemes,
    endings: &[],
    sounds: &[],
    abbreviations: &[],
    months: [&[], &[], &[], &[], &[], &[], &[], &[], &[], &[], &[], &[]],
    stop_words: &[],
    attribution: &[],
    signs: Signs {
        login: &[],
        share: &[],
        teasers: &[],
        notices: &[],
        tags: &[],
        credits: &[],
        ago: &[],
        quoting: &[],
    },
};

fn lexemes(word: &str, keys: &mut Vec<String>) {
    INFLECTION.keys(word, keys);
}

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        participles: PARTICIPLES,
        irregular: include_str!("russian.txt"),
        prefixes: PREFIXES,
        reflexives: &["ся", "сь"],
        verb: "v",
        ..Paradigms::default()
    })
});

/// Letters: vowels, paired consonants, velars, sibilants. Lists: adjectives, present, past.
const SETS: &str = "
V аеиоуыэюя
L бвдзлмнпрстф
K гкх
S жчшщц
adj ый ой ая ое ого ому ым ом ую ою ые ых ыми ий ие их им ими ее его ему ем ей яя юю
short - а о ы
pres у ешь ет ем ете ут
soft ю ешь ет ем ете ют
second ишь ит им ите ят
imp и ите
past л ла ло ли в вши
cons - ла ло ли
pl а ов ам ами ах
hard - а у ом е ы и ов ам ами ах
n - а у е ой ою ы и ам ами ах
";

/// Classes: `n` nouns on a hard consonant or a sibilant, `s` soft nouns, `a` adjectives,
/// `v` verbs by the stem of the infinitive, second conjugation and its like on `и`.
const ENDINGS: &str = "
# nouns
n LKS - : - а у ом е ам ами ах
n LK - : о ов ой ою
n! LKS - : ами
n L - : ы
n ц - : ы ев
n K - : и
n жчшщ - : и ь ью
n S - : ей ем ею
n LKSV к : ок
n LSVй к : ек
n L ьк : ек
n LKV ц : ец
n L ьц : ец
n V йц : ец
n LKS н : ен он
n LK л : ел ол
n LK р : ер ор
n LKжчшй в : ев
s L н : ень
s L л : ель
s L в : овь
n * ов : овым
n * ев : евым
n * ин : иным
n * ын : ыным
n * ан : анин анина анину анином анине
n * ян : янин янина янину янином янине
s L - : ь я ю ем е и ей ям ями ях ью ею
s V - : й я ю ем е и ей ям ями ях ев ею
s ь - : я е и ю ей ем ям ями ях ею
s LS ь : ей
s! V - : ями
# adjectives, full
a+ LKжш - : ой ая ое ого ому ом ую ою
a+ L - : ый ым ые ых ыми
a+ KSн - : ий им их ими
a+ KS - : ие
a+ Sн - : ее его ему ем ей яя юю
a+ бвгджзлмрстхшчйь н : ние
a+! нск - : ого ому
# short and comparative
a нк - : а о ы и
a Lь н : ен
a йш н : ен
a LSй к : ок
a L - : ее
>3 V нн : н на но ны
>3 яыуо т : т та то ты
# verbs on a vowel
v V - : ть ю ешь ет ем ете ют л ла ло ли й йте в вши
v!3 V - : ешь ете йте вши
v аяеу - : я
v! V - : ется
# on -ить, -еть and -ать of the second conjugation
v LKжчшщ и : ит ишь им ите ат
v L и : ят ят
v! LVжчшщ и : ишь
v V и : им ит ите ят
v о и : ю я
v лрн и : ю
v L и : я
v LKжчшщ и : и
v V и : й
v бвмпф и : лю
v V ди,зи : жу
v V си : шу
v V ти : чу
v V сти,ти : щу
v LKж и : еть ел ела ело ели ев
v жчшщ и : ать ал ала ало али
v о и : ять ял яла яло яли
# on a sibilant in the present
v V за : жу жешь жет жем жете жут жи жите
v V са : шу шешь шет шем шете шут ши шите
v V ка,та : чу чешь чет чем чете чут чи чите
v V ска,ста : щу щешь щет щем щете щут щи щите
v! * за : жешь жете
# on -нуть
v * ну : ну нешь нет нем нете нут ни ните
v3 гкхсзбп ну : - ла ло ли
# on -овать
v! LKVжчшщцьй у : овать овал овала овало овали овав
v цжчшщ у : евать евал евала евало евали
v LVь ю : евать евал евала евало евали
";

/// On the stems of adjectives that may be participles.
const PARTICIPLES: &str = "
v V - : ющ ем вш
v аяе - : нн
v ыияуо - : т
v LKжчшщ и : ящ ащ енн евш им
v V и : ящ
v о и : енн
v о и : явш
v жчшщ и : авш
v бвмпф и : ленн
v * ди,зи : женн
v * ди : жденн
v * си : шенн
v * ти : ченн
v * сти,ти : щенн
v * ну : нущ
v V за : жущ
v V са : шущ
v V ка,та : чущ
v V ска,ста : щущ
v * у : ованн овавш
v ц у : еванн
";

/// Verbal prefixes, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("в", "в"),
    ("во", "в"),
    ("вз", "вз"),
    ("взо", "вз"),
    ("вс", "вз"),
    ("воз", "воз"),
    ("вос", "воз"),
    ("вы", "вы"),
    ("до", "до"),
    ("за", "за"),
    ("из", "из"),
    ("изо", "из"),
    ("ис", "из"),
    ("на", "на"),
    ("над", "над"),
    ("недо", "недо"),
    ("о", "о"),
    ("об", "об"),
    ("обо", "об"),
    ("от", "от"),
    ("ото", "от"),
    ("пере", "пере"),
    ("по", "по"),
    ("под", "под"),
    ("подо", "под"),
    ("при", "при"),
    ("про", "про"),
    ("пред", "пред"),
    ("раз", "раз"),
    ("разо", "раз"),
    ("рас", "раз"),
    ("с", "с"),
    ("со", "с"),
    ("у", "у"),
    ("низ", "низ"),
    ("пред", "пред"),
    ("превзо", "превз"),
    ("произо", "произ"),
    ("происх", "происх"),
    ("обна", "обна"),
    ("не", "не"),
];
