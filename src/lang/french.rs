//! French: inflection is tables of endings for [`super::inflect`];
//! irregular words stand in `french.txt`.
//!
//! In: a folded word. Out: its lexeme keys. An article or a pronoun before an apostrophe is no
//! part of the word. Nouns have a key of their own; adjectives have that of their masculine,
//! participles also that of their verb. Single words that the rules get wrong are for
//! `french.txt`, not for this file.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script};

/// French.
pub static FRENCH: Language = Language {
    lang: Lang::FR,
    name: "Français",
    script: Script::Latin,
    letters: "àâçéèêëîïôùûœæ",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    endings: &["iennes", "ienne", "iens", "ien", "es", "e", "s"],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "apr", "art", "av", "avr", "bd", "boul", "c.-à-d", "cf", "ch", "chap", "cie", "dr", "déc",
        "env", "etc", "ex", "fig", "févr", "hab", "id", "j.-c", "janv", "jr", "juil", "m", "max",
        "me", "mgr", "min", "mm", "mr", "n", "nb", "no", "nov", "oct", "p", "p.-s", "p.ex", "pp",
        "prof", "r", "s", "sept", "sq", "st", "ste", "sté", "suiv", "t", "tel", "tél", "v", "vol",
        "vs", "éd",
    ],
    #[rustfmt::skip]
    months: [
        &["janvier", "janv"],
        &["février", "févr", "fév"],
        &["mars"],
        &["avril", "avr"],
        &["mai"],
        &["juin"],
        &["juillet", "juil"],
        &["août", "aout"],
        &["septembre", "sept"],
        &["octobre", "oct"],
        &["novembre", "nov"],
        &["décembre", "déc"],
    ],
    stop_words: STOP_WORDS,
    #[rustfmt::skip]
    attribution: &[
        "dit", "déclaré", "déclare", "affirmé", "affirme", "affirment", "annoncé", "annonce",
        "ajouté", "ajoute", "précisé", "précise", "expliqué", "explique", "expliquent", "souligné",
        "souligne", "indiqué", "indique", "estime", "estiment", "estimé", "assuré", "assure",
        "rappelé", "rappelle", "rapporte", "rapporté", "raconte", "raconté", "écrit", "confié",
        "confie", "répondu", "répond", "reconnu", "reconnaît", "averti", "avertit", "dénoncé",
        "dénonce", "confirmé", "confirme", "démenti", "selon", "juge", "jugé", "insiste", "insisté",
        "martèle", "martelé", "conclut", "lancé", "pense", "promis",
    ],
};

/// Words too common to tell texts apart; the rules leave them alone.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "afin", "ai", "ainsi", "alors", "après", "as", "assez", "au", "aucun", "aucune", "auquel",
    "aussi", "autant", "autour", "autre", "autres", "aux", "avait", "avant", "avec", "avoir",
    "ayant", "beaucoup", "bien", "c", "ce", "ceci", "cela", "celle", "celles", "celui", "cependant",
    "ces", "cet", "cette", "ceux", "chaque", "chez", "ci", "comme", "comment", "contre", "d",
    "dans", "de", "dedans", "dehors", "depuis", "des", "dessous", "dessus", "deux", "devant",
    "doit", "donc", "dont", "du", "durant", "dès", "déjà", "elle", "elles", "en", "encore", "entre",
    "envers", "est", "et", "eu", "eux", "fait", "fois", "furent", "fut", "hors", "ici", "il", "ils",
    "j", "jamais", "je", "jusqu", "jusque", "l", "la", "laquelle", "le", "lequel", "les", "leur",
    "leurs", "lors", "lorsqu", "lorsque", "lui", "là", "m", "ma", "mais", "malgré", "me", "mes",
    "mieux", "moi", "moins", "mon", "même", "mêmes", "n", "ne", "ni", "non", "nos", "notamment",
    "notre", "nous", "on", "ont", "ou", "où", "par", "parce", "parmi", "pas", "pendant", "peu",
    "peut", "plus", "plusieurs", "plutôt", "pour", "pourquoi", "près", "puis", "puisqu", "puisque",
    "qu", "quand", "que", "quel", "quelle", "quelles", "quelqu", "quelque", "quelques", "quels",
    "qui", "quoi", "quoique", "s", "sa", "sans", "sauf", "se", "selon", "sera", "ses", "seulement",
    "si", "sinon", "soi", "soit", "son", "sont", "sous", "souvent", "sur", "surtout", "t", "ta",
    "tandis", "tant", "te", "tel", "telle", "tes", "toi", "ton", "toujours", "tous", "tout",
    "toute", "toutes", "trop", "très", "tu", "un", "une", "vers", "voici", "voilà", "vos", "votre",
    "vous", "y", "à", "également", "étaient", "était", "étant", "été", "être",
];

fn lexemes(word: &str, keys: &mut Vec<String>) {
    let word = match word.split_once('\'') {
        Some((before, rest)) if ELIDED.contains(&before) && !rest.is_empty() => rest,
        _ => word,
    };
    // Capitals are often written bare: `Etat`, `Elysée`.
    match word.strip_prefix(['é', 'ê', 'è']) {
        Some(rest) if !rest.is_empty() => INFLECTION.keys(&format!("e{rest}"), keys),
        _ => INFLECTION.keys(word, keys),
    }
}

/// What loses its vowel before another.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
];

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        irregular: include_str!("french.txt"),
        closed: STOP_WORDS,
        prefixes: PREFIXES,
        verb: "v",
        shifts: &[("è", "é")],
        vowels: "aeiouyéèêâîôûàùëï",
        accents: &[
            ('è', 'e'),
            ('ê', 'e'),
            ('ë', 'e'),
            ('î', 'i'),
            ('ï', 'i'),
            ('ô', 'o'),
            ('û', 'u'),
            ('ù', 'u'),
            ('â', 'a'),
            ('à', 'a'),
            ('ç', 'c'),
        ],
        ..Paradigms::default()
    })
});

/// Lists: endings of adjectives, of the tenses of verbs, of participles.
const SETS: &str = "
a - s e es
im ais ait ions iez aient ant
fu ai as a ons ez ont ais ait ions iez aient
pl ons ez
en e es ent
is is it îmes îtes irent ît isse issent
re re s - u ue us ues is it irent rai ras ra rons rez ront rais rait raient ons ez ent e ais ait aient ant ions
us us ut ûmes ûtes urent ût usse ussent
";

/// Classes: `n` nouns, `a` adjectives by their masculine, `v` verbs by the stem.
const ENDINGS: &str = "
# nouns
n * - : - s
n u - : x
n * ail : aux
# adjectives
a * al : al ale ales aux
a * el : el elle els elles
a * eil : eil eille eils eilles
a * ul : ul ulle uls ulles
a * if : if ive ifs ives
a * eux : eux euse euses
a * en : en enne ens ennes
a * ton : ton tonne tons tonnes
a * xon : xon xonne xons xonnes
a * con : con conne cons connes
a * ain : ain+a
a * in : in+a
a * an : an+a
a * un : un+a
a * ois : ois oise oises
a * ais : ais aise aises
a * is : is ise ises
a * ant : ant+a
a * ent : ent+a
a * er : er ère ers ères
a * eur : eur+a
a * eur : euse euses
a t eur : rice rices
a * et : et ets ète ètes ette ettes
a * it : it+a
a * at : at+a
a * ert : ert+a
a * ct : ct+a
a * rd : rd+a
a * nd : nd+a
a * u : u+a
a * i : i+a
a * é : é+a
# verbs on -er
v~ * - : er e ent é ée és ées
v * - : ons ez ai as a âmes âtes èrent ât assent
v * - : ais ait ions iez aient ant
v~ * - : erai eras era erons erez eront erais erait erions eriez eraient
v g - : eons eais eait eaient eant eai ea eât
v * el : elle elles ellent ellera elleront ellerait
v * et : ette ettes ettent ettera etteront etterait
v aou y : ie ies ient iera ieront ierait ieraient
# on -ir
v * i : ir i+a it issons issez issent issais issait issions issaient issant isse
v * i : irai iras ira irons irez iront irais irait irions iraient irent ît
";

/// Prefixes of irregular verbs, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("at", "at"),
    ("sus", "sus"),
    ("des", "des"),
    ("corre", "corre"),
    ("tran", "tran"),
    ("circon", "circon"),
    ("re", "re"),
    ("r", "re"),
    ("ré", "re"),
    ("ap", "ap"),
    ("com", "com"),
    ("con", "con"),
    ("entre", "entre"),
    ("sur", "sur"),
    ("mé", "mé"),
    ("dé", "dé"),
    ("dis", "dis"),
    ("pro", "pro"),
    ("pré", "pré"),
    ("par", "par"),
    ("per", "per"),
    ("sou", "sou"),
    ("sub", "sub"),
    ("main", "main"),
    ("ob", "ob"),
    ("ad", "ad"),
    ("é", "e"),
    ("e", "e"),
    ("ac", "ac"),
    ("inter", "inter"),
    ("tra", "trans"),
    ("trans", "trans"),
    ("sup", "sup"),
    ("sa", "satis"),
    ("satis", "satis"),
    ("contre", "contre"),
    ("in", "in"),
    ("pour", "pour"),
    ("de", "de"),
    ("sous", "sous"),
    ("abs", "abs"),
    ("en", "en"),
    ("redé", "redé"),
    ("em", "em"),
    ("ab", "ab"),
    ("équi", "équi"),
    ("pres", "pres"),
    ("as", "as"),
    ("a", "a"),
    ("compro", "compro"),
    ("dés", "dés"),
];

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("eaux$", "o"),
    ("eau", "o"),
    ("aux$", "o"),
    ("ault$", "o"),
    ("ent$", "an"),
    ("er$", "e"),
    ("ez$", "e"),
    ("tion", "sion"),
    ("ille", "ij"),
    ("ch", "S"),
    ("ph", "f"),
    ("th", "t"),
    ("qu", "k"),
    ("gu|e", "g"),
    ("gu|i", "g"),
    ("g|e", "Z"),
    ("g|i", "Z"),
    ("gn", "nj"),
    ("j", "Z"),
    ("c|e", "s"),
    ("c|i", "s"),
    ("ç", "s"),
    ("ou", "u"),
    ("oi", "wa"),
    ("ai", "e"),
    ("ei", "e"),
    ("au", "o"),
    ("eu", "o"),
    ("œ", "o"),
    ("x$", ""),
    ("s$", ""),
    ("t$", ""),
    ("d$", ""),
    ("es$", ""),
    ("e$", ""),
    ("h", ""),
    ("w", "v"),
    ("y", "i"),
];
