//! Ukrainian.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script, Signs};

/// Ukrainian.
pub static UKRAINIAN: Language = Language {
    lang: Lang::UK,
    name: "Українська",
    script: Script::Cyrillic,
    letters: "йї",
    folds: &[('ґ', 'г')],
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
        participles: "",
        irregular: include_str!("ukrainian.txt"),
        prefixes: PREFIXES,
        reflexives: &["ся", "сь"],
        verb: "v",
        vowels: "аеєиіїоуюя",
        shifts: &[('і', "ое"), ('ї', "є")],
        ..Paradigms::default()
    })
});

/// Letters: vowels, paired consonants, velars, sibilants. Lists: adjectives, present, past.
const SETS: &str = "
V аеєиіїоуюя
L бвдзлмнпрстф
K гкх
S жчшщ
adj ий а е і ого ому им ім ої ій у ою их ими
pres у еш е еть емо ем ете уть
soft ю єш є єть ємо єм єте ють
imp и іть імо
past ти в ла ло ли вши
cons ти - ла ло ли
pl и ів ам ами ах
n - а у е ом ем і ові еві и ів ам ами ах
f а и і у ою о - ам ами ах
";

/// Classes: `n` nouns on a hard consonant or a sibilant, `s` soft nouns, `a` adjectives,
/// `v` verbs by the stem of the infinitive, second conjugation and its like on `и`.
const ENDINGS: &str = "
# nouns
n~ LKS - : -
n LKS - : а у і ам ами ах ів ові
n LK - : о ом ою и е
n S - : е ем ею еві ь и у
n! LKS - : ами
n V г : зі
n V к : ці
n V х : сі
n ьнрлс к : ці
n LKS к : ок
n LSй к : ек
n LK н : он
n LKS н : ен
n LK л : ел ол
n LKS р : ер ор
n LK в : ов
n~ S - : чю
n * ев : евим
n * ін : іним
n * їн : їним
n * ин : иним
n * ан : анин анина анину анином анині анинові
n * ян : янин янина янину янином янині янинові
s~ L - : ь
s Lц - : ь я ю ем і ей ям ями ях ів ею еві е
s Lц - : ьо
s лнтдсзц - : ню лю тю дю сю зю
s V - : й я ю єм є ї їв єю єві ям ями ях
s ' - : я ю ї єю ям ями ях їв єм
s L ' : ей
s LSйь ц : ець
s V єц : їць
s LSй н : ень
s L л : ель
s L н : онь
s! * ост : ість істю ості остей остям остями остях
s аеєиія нн : нь
# adjectives
a LKS - : а е і у ою
a LKS - : ий ого ому им ім ої ій их ими
a! ськ - : ого ої ими
a! н - : ого ої
a н - : ій я є ю
a! н - : ього ьому ьої ьою іх іми
a L - : ього ьому ьої
a V - : їй
# verbs on a vowel
v V - : ти ю єш є єть ємо єм єте ють в ла ло ли й йте вши ючи тиму тимеш тиме тимемо тимете тимуть
v! V - : єш ємо єте ється вши ючи
v3 ая - : но
v ияуо - : то
# on -ити, -іти and -ати of the second conjugation
v LKS и : иш ить имо им ите
v! LKS и : иш имо
v S и : ать ачи
v L и : ять ячи
v V и : їш їть їмо їте
v! V и : їш їмо
v о и : ю ять яти яв яла яло яли ячи
v лрн и : ю
v LS и : и іть імо ь ьте
v V и : й
v бвмпф и : лю лять
v V ди : джу
v V зи : жу
v V си : шу
v V ти : чу
v V сти : щу
v L и : іти ів іла іло іли івши
v S и : ати ав ала ало али авши
v LS и : ено
v бвмпф и : лено
v * ди : джено
v * зи : жено
v * си : шено
v * ти : чено
v * сти : щено
# on a sibilant in the present
v V за : жу жеш же жемо жете жуть жи жіть жеть
v V са : шу шеш ше шемо шете шуть ши шіть шеть
v V ка,та : чу чеш че чемо чете чуть чи чіть четь
v V ска,ста : щу щеш ще щемо щете щуть щи щіть щеть
v! * за : жемо жете
# on -нути
v * ну : ну неш не немо нете нуть неть ни ніть німо
v3 гкхсзбп ну : - ла ло ли
# on -увати
v! LKS у : увати ував увала увало ували увавши увано
v! LVь' ю : ювати ював ювала ювало ювали ювавши ювано
";

/// Verbal prefixes, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("в", "в"),
    ("ві", "в"),
    ("вві", "в"),
    ("уві", "у"),
    ("ви", "ви"),
    ("від", "від"),
    ("віді", "від"),
    ("до", "до"),
    ("ді", "до"),
    ("з", "з"),
    ("зі", "з"),
    ("за", "за"),
    ("на", "на"),
    ("над", "над"),
    ("наді", "над"),
    ("не", "не"),
    ("о", "о"),
    ("об", "об"),
    ("обі", "об"),
    ("пере", "пере"),
    ("по", "по"),
    ("під", "під"),
    ("піді", "під"),
    ("при", "при"),
    ("про", "про"),
    ("роз", "роз"),
    ("розі", "роз"),
    ("с", "с"),
    ("у", "у"),
    ("зу", "зу"),
    ("ви", "ви"),
    ("перед", "перед"),
];
