//! Spanish: inflection is tables of endings for [`super::inflect`];
//! irregular words stand in `spanish.txt`.
//!
//! In: a folded word. Out: its lexeme keys. Accents tell words apart (`esta`, `está`) but are no
//! part of a key: they move with the endings, and readers leave them out. Pronouns behind a verb
//! are no part of it. Single words that the rules get wrong are for `spanish.txt`, not for this
//! file.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script};

/// Spanish.
pub static SPANISH: Language = Language {
    lang: Lang::ES,
    name: "Español",
    script: Script::Latin,
    letters: "áéíóúñü",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    endings: &["es", "as", "os", "s"],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "a.c", "abr", "admón", "ag", "aprox", "art", "av", "avda", "c", "cap", "cía", "d", "d.c",
        "dic", "dpto", "dr", "dra", "ed", "ee.uu", "ej", "en", "ene", "etc", "excmo", "feb", "fig",
        "gral", "hnos", "ing", "jul", "jun", "kg", "km", "lic", "ltda", "mar", "may", "mons", "nov",
        "núm", "oct", "p", "p.ej", "pag", "pp", "prof", "pág", "rr.hh", "s", "s.a", "sep", "sept",
        "sr", "sra", "sres", "srta", "sta", "sto", "tel", "ud", "uds", "v", "vd", "vol",
    ],
    #[rustfmt::skip]
    months: [
        &["enero", "ene"],
        &["febrero", "feb"],
        &["marzo", "mar"],
        &["abril", "abr"],
        &["mayo", "may"],
        &["junio", "jun"],
        &["julio", "jul"],
        &["agosto"],
        &["septiembre", "setiembre", "sept", "sep"],
        &["octubre", "oct"],
        &["noviembre", "nov"],
        &["diciembre", "dic"],
    ],
    stop_words: STOP_WORDS,
    #[rustfmt::skip]
    attribution: &[
        "dijo", "dice", "dicen", "dijeron", "afirmó", "afirma", "afirmaron", "aseguró", "asegura",
        "aseguraron", "declaró", "declara", "señaló", "señala", "señalaron", "explicó", "explica",
        "añadió", "añade", "agregó", "agrega", "indicó", "indica", "indicaron", "informó",
        "informa", "informaron", "anunció", "anuncia", "anunciaron", "advirtió", "advierte",
        "destacó", "destaca", "subrayó", "subraya", "recordó", "recuerda", "reconoció", "reconoce",
        "admitió", "admite", "confirmó", "confirma", "negó", "niega", "sostuvo", "sostiene",
        "manifestó", "comentó", "comenta", "considera", "consideró", "según", "cree", "escribió",
        "escribe", "respondió", "responde", "precisó", "precisa", "reiteró", "insistió", "expresó",
        "contó", "cuenta", "denunció", "denuncia", "aclaró", "concluyó",
    ],
};

/// Words too common to tell texts apart; the rules leave them alone.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "acerca", "además", "ahora", "al", "algo", "alguien", "alguna", "algunas", "alguno",
    "algunos", "algún", "allí", "ambos", "ante", "antes", "apenas", "aquel", "aquella", "aquellas",
    "aquello", "aquellos", "aquí", "así", "aun", "aunque", "aún", "bajo", "bien", "cada", "casi",
    "como", "con", "contra", "cual", "cuales", "cualquier", "cuando", "cuanto", "cuál", "cuándo",
    "cómo", "da", "de", "debe", "deben", "del", "dentro", "desde", "después", "detrás", "donde",
    "dos", "durante", "dónde", "e", "el", "ella", "ellas", "ello", "ellos", "en", "encima",
    "entonces", "entre", "era", "eran", "eres", "es", "esa", "esas", "ese", "eso", "esos", "esta",
    "estaba", "estado", "estar", "estas", "este", "esto", "estos", "estoy", "está", "están", "fue",
    "fueron", "ha", "haber", "había", "habían", "hace", "hacia", "han", "hasta", "hay", "he", "hoy",
    "incluso", "ir", "jamás", "junto", "la", "las", "le", "les", "lo", "los", "luego", "mal", "me",
    "mediante", "menos", "mi", "mientras", "mis", "mismo", "mucho", "muy", "más", "mí", "nada",
    "nadie", "ni", "ninguna", "ninguno", "ningún", "no", "nos", "nosotros", "nuestra", "nuestras",
    "nuestro", "nuestros", "nunca", "o", "os", "otra", "otras", "otro", "otros", "para", "pero",
    "poco", "por", "porque", "pronto", "puede", "pueden", "pues", "que", "quien", "quienes",
    "quizá", "quizás", "quién", "qué", "salvo", "se", "sea", "sean", "según", "ser", "si", "sido",
    "siempre", "sin", "sino", "sobre", "solamente", "solo", "son", "su", "sus", "suya", "suyo",
    "sí", "sólo", "tal", "tales", "también", "tampoco", "tan", "tanto", "te", "tener", "tiene",
    "tienen", "toda", "todas", "todavía", "todo", "todos", "tras", "tu", "tus", "tú", "u", "un",
    "una", "unas", "uno", "unos", "usted", "ustedes", "va", "van", "varias", "varios", "ver", "vez",
    "y", "ya", "yo", "él",
];

fn lexemes(word: &str, keys: &mut Vec<String>) {
    INFLECTION.keys(word, keys);
    if keys.len() > 1 && !word.is_ascii() {
        keys.retain(|key| may_be(word, key));
    }
    // `decirlo`, `hacerse`, `dándole`: the pronoun is another word.
    for pronoun in PRONOUNS {
        let Some(verb) = word.strip_suffix(pronoun) else { continue };
        let verb = ["noslo", "selo", "sela", "melo", "telo"]
            .iter()
            .find_map(|two| word.strip_suffix(two))
            .unwrap_or(verb);
        if ["ar", "er", "ir", "ír", "ando", "iendo", "yendo", "ándo", "iéndo", "yéndo", "ár", "ér"]
            .iter()
            .any(|end| verb.len() > end.len() + 1 && verb.ends_with(end))
        {
            let plain: String = verb.chars().map(unaccented).collect();
            INFLECTION.keys(&plain, keys);
        }
        return;
    }
}

/// Whether the accent is where a word of the key's class may have it: in a verb on the ending,
/// or beside a vowel (`término` is no form of `terminar`, `envía` is one of `enviar`).
fn may_be(word: &str, key: &str) -> bool {
    if word.ends_with('ó') && key.ends_with("/n") {
        return false;
    }
    let Some(stem) = key.strip_suffix("/v").or_else(|| key.strip_suffix("/w")) else { return true };
    let letters: Vec<char> = word.chars().collect();
    let vowel = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|&c| "aeiouáéíóú".contains(unaccented(c)))
    };
    stem.ends_with(['r']) && !word.starts_with(stem)
        || letters.iter().take(stem.chars().count()).enumerate().all(|(at, &letter)| {
            let beside = vowel(at.checked_sub(1)) || vowel(Some(at + 1));
            unaccented(letter) == letter || "íú".contains(letter) && beside
        })
}

fn unaccented(letter: char) -> char {
    ACCENTS.iter().find(|(accented, _)| *accented == letter).map_or(letter, |&(_, plain)| plain)
}

/// Pronouns written behind a verb.
const PRONOUNS: &[&str] = &["les", "las", "los", "nos", "le", "la", "lo", "me", "te", "se", "os"];

/// Letters whose accent only says what is stressed.
const ACCENTS: &[(char, char)] = &[('á', 'a'), ('é', 'e'), ('í', 'i'), ('ó', 'o'), ('ú', 'u')];

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        irregular: include_str!("spanish.txt"),
        closed: STOP_WORDS,
        prefixes: PREFIXES,
        verb: "v",
        accents: ACCENTS,
        ..Paradigms::default()
    })
});

/// Lists: endings of adjectives, and of the verbs on `-ar` and on `-er` and `-ir`.
const SETS: &str = "
C bcdfghjklmnpqrstvwxyz
oa o a os as
ar ar a amos an é aste ó asteis aron aba abas ábamos aban ando ado ada ados adas
AR aré ará arás aremos aréis arán aría arías aríamos arían ara aras áramos aran ase asen
er er ir ír e emos imos en í iste ió isteis ieron ía ías íamos ían iendo ido ida idos idas
ER eré erá erás eremos erán ería erían iré irá irás iremos irán iría irías irían
IE iera ieras iéramos ieran iese iesen
aa a as amos an
uu e imos iste o isteis ieron iera ieras iéramos ieran iese iesen
jj e imos iste o eron era eran ese
ff é á ás emos éis án ía ías íamos ían
ch a as an en
cw e es en a an
pp e es en a as amos an ió ieron iendo iera ieran iese iesen
";

/// Classes: `n` nouns, `a` adjectives by the masculine, `v` verbs on `-ar`, `w` on `-er`, `-ir`.
const ENDINGS: &str = "
# nouns
n * - : - s
n C - : es
n * z : ces
# adjectives
a * ic : ic+oa
a * iv : iv+oa
a * os : os+oa
a * ad : ad+oa
a * id : id+oa
a * ari : ari+oa
a * ori : ori+oa
a * ian : ian+oa
a * ican : ican+oa
a * uman : uman+oa
a * oman : oman+oa
a * itan : itan+oa
a * tan : tan+oa
a * ulent : ulent+oa
a * eñ : eñ+oa
a * er : er+oa
a * in : in+oa
a * iz : iz+oa
a * isim : ísim+oa
a * ile : ile+oa
a * ope : ope+oa
a * ne : ne+oa
a * und : und+oa
a * ud : ud+oa
a * iu : iú+oa
a * or : or ora ores oras
a * es : és esa eses esas
a * on : ón ona ones onas
a * an : án ana anes anas
a * in : ín ina ines inas
a * ol : ol ola oles olas
# verbs on -ar
v * - : +ar
v3 * - : +AR
v * - : en emos
v * c : quen qué quemos
v g - : uen ué uemos
v * z : cen cé cemos
# verbs whose stem changes
v0 * pens : piens+ch
v0 * contr : cuentr+ch
v0 * cont : cuent+ch
v0 * cerr : cierr+ch
v0 * mpez : mpiez+ch
v0 * menz : mienz+ch
v0 * ostr : uestr+ch
v0 * prob : prueb+ch
v0 * cord : cuerd+ch
v0 * sent : sient+ch
v0 * spert : spiert+ch
v0 * lent : lient+ch
v0 * bern : biern+ch
v0 * post : puest+ch
v0 * cost : cuest+ch
v0 * soñ : sueñ+ch
v0 * vol : vuel+ch
v0 * rog : rueg+ch
v0 * neg : nieg+ch
v0 * colg : cuelg+ch
v0 * lmorz : lmuerz+ch
v0 * forz : fuerz+ch
v0 * tembl : tiembl+ch
v0 * pret : priet+ch
v0 * fes : fies+ch
v0 * quebr : quiebr+ch
v0 * sembr : siembr+ch
v0 * acert : aciert+ch
v0 * ifest : ifiest+ch
v0 * comend : comiend+ch
v0 * nmend : nmiend+ch
v0 * nov : nuev+ch
v0 * rod : rued+ch
v0 * solt : suelt+ch
v0 * son : suen+ch
v0 * jug : jueg+ch
v0 * avergonz : avergüenz+ch
v0 * serr : sierr+ch
v0 * herr : hierr+ch
v0 * tropez : tropiez+ch
v0 * sosten : sostien+ch
v0 * enterr : entierr+ch
v0 * esterr : estierr+ch
v0 * mpez : mpiecen
v0 * menz : miencen
v0 * neg : nieguen
v0 * jug : jueguen
v0 * rog : rueguen
v0 * forz : fuercen
w0 * perd : pierd+cw
w0 * tend : tiend+cw
w0 * fend : fiend+cw
w0 * cend : ciend+cw
w0 * mov : muev+cw
w0 * volv : vuelv+cw
w0 * solv : suelv+cw
w0 * dol : duel+cw
w0 * sol : suel+cw
w0 * mord : muerd+cw
w0 * torc : tuerz+cw
w0 * llov : lluev+cw
w0 * quer : quier+cw
w0 * hend : hiend+cw
w0 * cern : ciern+cw
w0 * cern : ciern+cw
w0 * ped : pid+pp
w0 * med : mid+pp
w0 * serv : sirv+pp
w0 * vest : vist+pp
w0 * pet : pit+pp
w0 * rend : rind+pp
w0 * segu : sigu+pp
w0 * leg : lijo lij+aa
w0 * reg : rijo rij+aa
w0 * segu : sigo sig+aa
w0 * leg : lig+pp
w0 * reg : rig+pp
w0 * sent : sint+pp
w0 * vert : virt+pp
w0 * fer : fir+pp
w0 * ger : gir+pp
w0 * ment : mint+pp
w0 * her : hir+pp
w0 * herv : hirv+pp
w0 * ceb : cib+pp
w0 * dorm : durm+pp
w0 * dorm : duerm+pp
w0 * sent : sient+pp
w0 * vert : viert+pp
w0 * fer : fier+pp
w0 * ger : gier+pp
w0 * her : hier+pp
w0 * ment : mient+pp
w0 * herv : hierv+pp
w0 * quir : quier+pp
# verbs on -er and -ir
w * - : +er
w * - : +aa
w * - : +ER +IE
w eo c : zco zca zcan zcamos
w * c : zo za zan
w * g : jo ja jan jamos
w u - : yo ye yen ya yan yó yeron yera yeran yendo
w eaoí - : yó yeron yera yeran yendo ído ída ídos ídas
";

/// Prefixes of irregular verbs.
const PREFIXES: &[(&str, &str)] = &[
    ("a", "a"),
    ("ab", "ab"),
    ("abs", "abs"),
    ("ante", "ante"),
    ("ad", "ad"),
    ("atra", "atra"),
    ("auto", "auto"),
    ("bene", "bene"),
    ("com", "com"),
    ("con", "con"),
    ("contra", "contra"),
    ("de", "de"),
    ("des", "des"),
    ("di", "di"),
    ("dis", "dis"),
    ("e", "e"),
    ("en", "en"),
    ("entre", "entre"),
    ("ex", "ex"),
    ("equi", "equi"),
    ("i", "i"),
    ("im", "im"),
    ("in", "in"),
    ("inter", "inter"),
    ("intro", "intro"),
    ("mal", "mal"),
    ("man", "man"),
    ("ob", "ob"),
    ("o", "o"),
    ("per", "per"),
    ("pos", "pos"),
    ("post", "post"),
    ("pre", "pre"),
    ("pro", "pro"),
    ("pros", "pros"),
    ("re", "re"),
    ("recon", "recon"),
    ("retro", "retro"),
    ("satis", "satis"),
    ("sa", "sa"),
    ("so", "so"),
    ("sobre", "sobre"),
    ("sos", "sos"),
    ("su", "su"),
    ("sub", "sub"),
    ("super", "super"),
    ("tra", "tra"),
    ("trans", "trans"),
    ("descom", "descom"),
    ("recom", "recom"),
    ("predis", "predis"),
    ("supo", "supo"),
    ("presu", "presu"),
    ("impre", "impre"),
    ("desen", "desen"),
    ("indis", "indis"),
    ("yuxta", "yuxta"),
];

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("ch", "C"),
    ("ll", "j"),
    ("ñ", "nj"),
    ("qu", "k"),
    ("gu|e", "g"),
    ("gu|i", "g"),
    ("g|e", "h"),
    ("g|i", "h"),
    ("c|e", "s"),
    ("c|i", "s"),
    ("j", "h"),
    ("h", ""),
    ("z", "s"),
    ("v", "b"),
    ("x", "ks"),
    ("y|V", "j"),
    ("y", "i"),
];
