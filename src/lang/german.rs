//! German: inflection is tables of endings for [`super::inflect`];
//! irregular words stand in `german.txt`.
//!
//! In: a folded word. Out: its lexeme keys. Nouns, adjectives and verbs have keys of their own
//! classes, so that a noun and a verb of one stem meet only in the forms that are both. A verb
//! whose prefix stands apart in the sentence is found by its bare verb. Single words that the
//! rules get wrong are for `german.txt`, not for this file.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script};

/// German.
pub static GERMAN: Language = Language {
    lang: Lang::DE,
    name: "Deutsch",
    script: Script::Latin,
    letters: "äöüß",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    endings: &["ischen", "ischer", "ische", "ens", "en", "er", "es", "s", "'"],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "abb", "abs", "allg", "apr", "art", "aug", "bd", "bspw", "bzgl", "bzw", "ca", "d.h", "dez",
        "di", "dipl", "do", "dr", "ehem", "engl", "etc", "evtl", "f", "feb", "ff", "fr", "franz",
        "gegr", "gem", "gen", "ggf", "h.c", "hl", "hr", "hrsg", "inkl", "insb", "jan", "jh", "jhd",
        "jr", "jul", "jun", "kap", "lat", "lt", "max", "mi", "min", "mind", "mio", "mo", "mrd",
        "nov", "nr", "o.g", "okt", "prof", "rd", "s", "s.o", "s.u", "sa", "sep", "sept", "so",
        "sog", "st", "std", "str", "tel", "u.a", "u.u", "usw", "v.a", "verl", "vgl", "vs", "z.b",
        "z.t", "zzgl",
    ],
    #[rustfmt::skip]
    months: [
        &["januar", "januars", "jänner", "jan"],
        &["februar", "februars", "feber", "feb"],
        &["märz", "märzes", "mär"],
        &["april", "aprils", "apr"],
        &["mai", "mais"],
        &["juni", "junis", "jun"],
        &["juli", "julis", "jul"],
        &["august", "augusts", "aug"],
        &["september", "septembers", "sept", "sep"],
        &["oktober", "oktobers", "okt"],
        &["november", "novembers", "nov"],
        &["dezember", "dezembers", "dez"],
    ],
    #[rustfmt::skip]
    stop_words: STOP_WORDS,
    #[rustfmt::skip]
    attribution: &[
        "sagte", "sagt", "sagten", "sagen", "erklärte", "erklärt", "erklärten", "betonte", "betont",
        "teilte", "teilten", "meinte", "meint", "berichtete", "berichtet", "berichteten",
        "berichten", "kündigte", "forderte", "fordert", "warnte", "warnt", "kritisierte",
        "kritisiert", "bestätigte", "bestätigt", "behauptete", "behauptet", "schrieb", "schreibt",
        "schrieben", "schreiben", "äußerte", "ergänzte", "ergänzt", "fügte", "verwies", "verweist",
        "antwortete", "antwortet", "räumte", "sprach", "spricht", "nannte", "nennt", "bezeichnete",
        "bezeichnet", "zufolge", "laut", "erinnerte", "versicherte", "versichert", "mahnte",
        "mahnt", "unterstrich", "glaubt", "glauben", "vermutet", "vermutete",
    ],
};

/// Words too common to tell texts apart; the rules leave them alone.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "ab", "aber", "allerdings", "als", "also", "am", "an", "andererseits", "anstatt", "auch", "auf",
    "aus", "ausser", "ausserdem", "außer", "außerdem", "bald", "bei", "beim", "bereits",
    "besonders", "bevor", "bis", "bisher", "bloss", "bloß", "da", "dabei", "dadurch", "dafür",
    "dagegen", "daher", "dahin", "damals", "damit", "danach", "daneben", "dann", "daran", "darauf",
    "daraus", "darf", "darin", "darum", "darunter", "darüber", "das", "dass", "davon", "davor",
    "dazu", "dein", "dem", "den", "denen", "denn", "dennoch", "der", "deren", "derzeit", "des",
    "deshalb", "dessen", "deswegen", "dich", "die", "dies", "diese", "diesem", "diesen", "dieser",
    "dieses", "dir", "doch", "dort", "du", "durch", "eben", "ebenso", "ein", "eine", "einem",
    "einen", "einer", "eines", "einige", "einigen", "einmal", "er", "erst", "es", "etwa", "etwas",
    "euch", "euer", "fast", "für", "gar", "gegen", "gegenüber", "gerade", "gern", "hat", "hatte",
    "hatten", "hier", "hin", "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem",
    "ihren", "ihrer", "ihres", "im", "immer", "in", "indem", "ins", "inzwischen", "ist", "ja", "je",
    "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "jemand", "jene", "jetzt", "kann", "kaum",
    "kein", "keine", "keinem", "keinen", "keiner", "können", "könnte", "man", "manche", "mehr",
    "mein", "mich", "mir", "mit", "muss", "müssen", "nach", "nachdem", "neben", "nein", "nicht",
    "nichts", "nie", "niemand", "noch", "nun", "nur", "ob", "obwohl", "oder", "oft", "ohne",
    "schon", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "selbst",
    "sich", "sie", "sind", "so", "sogar", "solche", "soll", "sollen", "sollte", "sondern", "sonst",
    "sowie", "statt", "trotz", "um", "und", "uns", "unser", "unter", "viel", "viele", "vielleicht",
    "vom", "von", "vor", "war", "waren", "warum", "was", "weder", "wegen", "weil", "weiterhin",
    "wenn", "wer", "werden", "wie", "wieder", "will", "wir", "wird", "wo", "wohl", "wollen",
    "worden", "wurde", "wurden", "während", "würde", "zu", "zudem", "zum", "zur", "zwar",
    "zwischen", "über", "übrigens",
];

/// A participle or an infinitive with `ge` or `zu` after its prefix is its verb as well:
/// `angeklagt`, `anzuklagen` of `anklagen`.
fn lexemes(word: &str, keys: &mut Vec<String>) {
    // Switzerland, and all of Germany before 1996 in other words, decide otherwise than Duden.
    let word = word.replace('ß', "ss");
    INFLECTION.keys(&word, keys);
    for prefix in SEPARABLE.iter().chain(&[""]) {
        let Some(rest) = word.strip_prefix(prefix) else { continue };
        let verb = match (rest.strip_prefix("ge"), rest.strip_prefix("zu")) {
            (Some(verb), _) if verb.ends_with('t') => verb,
            (_, Some(verb)) if !prefix.is_empty() && verb.ends_with('n') => verb,
            _ => continue,
        };
        if verb.chars().count() > 2 {
            INFLECTION.verb_keys(&format!("{prefix}{verb}"), keys);
        }
    }
}

/// Prefixes that a participle's `ge` follows.
const SEPARABLE: &[&str] = &[
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "da",
    "dar",
    "durch",
    "ein",
    "empor",
    "fest",
    "fort",
    "frei",
    "gegenüber",
    "gleich",
    "heim",
    "her",
    "heran",
    "heraus",
    "herbei",
    "herein",
    "herum",
    "herunter",
    "hervor",
    "hin",
    "hinaus",
    "hinein",
    "hinter",
    "hinzu",
    "hoch",
    "kennen",
    "klar",
    "los",
    "mit",
    "nach",
    "nieder",
    "statt",
    "teil",
    "um",
    "unter",
    "voll",
    "vor",
    "voran",
    "voraus",
    "vorbei",
    "vorher",
    "weg",
    "weiter",
    "wider",
    "wieder",
    "zu",
    "zurecht",
    "zurück",
    "zusammen",
    "zuvor",
    "über",
];

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        irregular: include_str!("german.txt"),
        closed: STOP_WORDS,
        prefixes: PREFIXES,
        joins: true,
        verb: "v",
        shifts: &[("ä", "a"), ("ö", "o"), ("ü", "u")],
        // Without `u`: in `äu` it is the `ä` that alternates.
        vowels: "aeioyäöü",
        ..Paradigms::default()
    })
});

/// Letters: consonants; those after which an ending takes an `e`. Lists: the endings of
/// adjectives, of their comparison, of strong verbs in the past and the present.
const SETS: &str = "
C bcdfghjklmnpqrstvwxz
D dtmn
adj - e en em er es
all - e en em er es ere eren erer eres erem st ste sten ster stes stem este esten ester estes estem
weak - e en em es
cmp er ere eren erer eres erem st ste sten ster stes stem este esten ester estes estem
past - st t est et en
pres e en
";

/// Classes: `n` nouns, `a` adjectives, `v` verbs by the bare stem.
const ENDINGS: &str = "
# nouns
n * - : - s n
n aeiouy - : en
n C - : es en ens
n~ C - : e en
n * nis : nisse nissen nisses
n * in : innen
n mstkirln us : en
n etrdi um : en
n rmn a : en
n~ C er : er ern
n~ C el : el eln
n0 * kind : kinder kindern
n0 * bild : bilder bildern
n0 * land : länder ländern
n0 * lied : lieder liedern
n0 * feld : felder feldern
n0 * geld : gelder geldern
n0 * haus : häuser häusern
n0 * buch : bücher büchern
n0 * wort : wörter wörtern
n0 * mann : männer männern leute leuten
n0 * mitglied : mitglieder mitgliedern
n0 * rat : räte räten
n * ordnete : ordneter
n * stellte : stellter
n0 * beamte : beamter
n0 * tum : tümer tümern
# adjectives
a * ig : ig+adj ig+cmp
a * lich : lich+adj lich+cmp
a * isch : isch+adj isch+cmp
a * sam : sam+adj sam+cmp
a * bar : bar+adj bar+cmp
a * haft : haft+adj haft+cmp
a * los : los+adj los+cmp
a * iv : iv+adj iv+cmp
a t al : al+adj al+cmp
a nronmlks al : al+adj al+cmp
a * ell : ell+adj ell+cmp
a * ent : ent+adj ent+cmp
a * ant : ant+adj ant+cmp
a * är : är+adj är+cmp
a * ös : ös+adj ös+cmp
a * abel : abel able ablen abler ables
a * ibel : ibel ible iblen ibler ibles
a * reich : reich+adj reich+cmp
a * frei : frei+adj frei+cmp
a * voll : voll+adj voll+cmp
a * wert : wert+adj wert+cmp
a * fähig : fähig+adj
a * ern : ern+adj
a * end : end+adj end+cmp
a * iert : iert+adj iert+cmp
a C t : t+weak
a C en : en ene enen ener enes enem
# verbs
v C - : e en st t te test ten tet
v D - : est et ete etest eten etet
v lr - : n
v gdbtkpfsmn el : le
v aeiouäöüh - : en st t te ten
v aeiouäöüh - : e
v * - : iere ieren ierst iert ierte ierten
";

/// Prefixes of irregular verbs.
const PREFIXES: &[(&str, &str)] = &[
    ("ab", "ab"),
    ("an", "an"),
    ("auf", "auf"),
    ("aus", "aus"),
    ("be", "be"),
    ("bei", "bei"),
    ("da", "da"),
    ("dar", "dar"),
    ("durch", "durch"),
    ("ein", "ein"),
    ("emp", "emp"),
    ("ent", "ent"),
    ("er", "er"),
    ("fest", "fest"),
    ("fort", "fort"),
    ("frei", "frei"),
    ("ge", "ge"),
    ("gegenüber", "gegenüber"),
    ("gleich", "gleich"),
    ("her", "her"),
    ("heran", "heran"),
    ("heraus", "heraus"),
    ("herbei", "herbei"),
    ("herein", "herein"),
    ("herum", "herum"),
    ("hervor", "hervor"),
    ("hin", "hin"),
    ("hinaus", "hinaus"),
    ("hinein", "hinein"),
    ("hinter", "hinter"),
    ("hinzu", "hinzu"),
    ("hoch", "hoch"),
    ("los", "los"),
    ("miss", "miss"),
    ("mit", "mit"),
    ("nach", "nach"),
    ("nieder", "nieder"),
    ("statt", "statt"),
    ("teil", "teil"),
    ("um", "um"),
    ("un", "un"),
    ("unter", "unter"),
    ("ver", "ver"),
    ("vor", "vor"),
    ("voran", "voran"),
    ("voraus", "voraus"),
    ("vorbei", "vorbei"),
    ("weg", "weg"),
    ("weiter", "weiter"),
    ("wider", "wider"),
    ("wieder", "wieder"),
    ("zer", "zer"),
    ("zu", "zu"),
    ("zurück", "zurück"),
    ("zusammen", "zusammen"),
    ("zuvor", "zuvor"),
    ("über", "über"),
];

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("tsch", "C"),
    ("sch", "S"),
    ("^sp", "Sp"),
    ("^st", "St"),
    ("chs", "ks"),
    ("ch", "h"),
    ("tz", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dt$", "t"),
    ("ei", "ai"),
    ("ey", "ai"),
    ("ai", "ai"),
    ("eu", "oi"),
    ("äu", "oi"),
    ("ie", "i"),
    ("ah|C", "a"),
    ("eh|C", "e"),
    ("oh|C", "o"),
    ("uh|C", "u"),
    ("ä", "e"),
    ("ö", "o"),
    ("ü", "u"),
    ("ß", "s"),
    ("s|V", "z"),
    ("j", "j"),
    ("v", "f"),
    ("w", "v"),
    ("z", "c"),
    ("y", "i"),
];
