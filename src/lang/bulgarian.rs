//! Bulgarian.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script, Signs};

/// Bulgarian.
pub static BULGARIAN: Language = Language {
    lang: Lang::BG,
    name: "Български",
    script: Script::Cyrillic,
    letters: "й",
    folds: &[('ѝ', 'и')],
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
        irregular: include_str!("bulgarian.txt"),
        prefixes: PREFIXES,
        verb: "v",
        vowels: "аеиоуъюя",
        shifts: &[('я', "е")],
        degrees: &["най-", "по-"],
        ..Paradigms::default()
    })
});

/// Letters: vowels, consonants, velars, sibilants. Lists: nominal endings, verbal endings.
const SETS: &str = "
V аеиоуъюя
L бвдзлмнпрстфц
K гкх
S жчшщ
A нвктлдмшщсрзжчпг
adj - а о и ия ият ата ото ите
def ът а
pres а еш е ем ете ат ех еше ехме ехте еха и ейки
aor ах ахме ахте аха
past х хме хте ха
lem а еш е ем ете ат и ях яхме яхте яха еше ейки
l л ла ло ли
";

/// Classes: `n` nouns, `a` adjectives, `v` verbs on `-а`, `-ам`, `-ея`, `i` verbs on `и`.
const ENDINGS: &str = "
# nouns
n~ LKS - : - а ът ата о ото
n LKS - : и ите е ето
n! LKS - : ове овете
n LKS - : та
n т - : та
n3 LS - : ята
n * тел : теля телят
n * ар : аря арят
n LKS р : ър ъра ърът ъре
n LKS л : ъл ъла ълът
n LKS м : ъм ъма ъмът
n LKSV к : ък ъка ъкът
n LKSV ц : ец еца ецът ецо
n V йц : ец еца ецът
n LKS н : ен
n V к : ци ците
n L к : ци ците
n V г : зи зите
n V х : си сите
n V г : зе
n рн - : ин ина инът
n V - : й я ят ята и ите е ето ю йо йът еве евете
n иея - : та то
n! ае ни,н : ния нията
a! ае н : ния
n V - : йте
n LKS - : ета етата
n LKS - : ища ищата
n! LKS ост : остта
# adjectives
a> LKS - : - а о и ата ото ите
a+~ A - : - а ата о ото
a+ A - : и ите
a+ A - : ия ият
a L - : ьо ьото
a LKS н : ен
a V йн : ен
a LKS к : ък
a LKS р : ър
a LKS в : ъв
a LKS л : ъл
a LKS г : ъг
a! ск - : ото ите ият
# verbs on -а, -ам
v н - : и
v^ LKS - : а еш е ем ете ат ам аш аме ате
v^ LKS - : аше ай айте айки ейки
v^! LKS - : еш аме аш
v^ LKS - : ах ахме ахте аха ох охме охте оха
v^ LKS - : ях яхме яхте яха яше ех еше ехме ехте еха
v^~ LKS - : а ат ох охме охте оха
y L - : ям яш яме яте я ят яй яйте ях яхме яхте яха яше яйки
v^ LKS - : ея ееш ее еем еете еят еех ееше еехме ееха ей ейте еейки
v^ LKS - : я
v V - : я еш е ем ете ят ех еше ехме ехте еха ейки й йте
v уию - : х хме хте ха -
v V з : ж+pres
v * яз : еж+pres
v V с : ш+pres
v V к,т : ч+pres
v * г : ж+pres
v сзктд - : ли
# verbs on -я, -и
i LS - : я иш и им ите ят
i LS - : их ихме ихте иха
i! LS - : иш ихме ихте
i LS - : ех еше ехме ехте еха ете ейки
i LS - : ях яхме яхте яха яше
i S - : а ат ах ахме ахте аха
i аоу - : я иш и им ите ят их ихме ихте иха ех еше ехме ехте еха й йте ейки
i оя - : ях яхме яхте яха
";

/// On the stems of adjectives that may be participles.
const PARTICIPLES: &str = "
v^ LKS - : ал ан ен ел ъл ащ ат ял ящ
y L - : ял ян ящ
v~ сзктд - : л ъл
v LKS - : еел еещ
v уию - : л т
v V - : ел ещ
v3 е д,т : л
v * к : чен
i LS - : ил ен ел ещ ян ял ящ
i S - : ал ан ащ
i аоу - : ил ен ел ещ ящ
";

/// Verbal prefixes, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("в", "в"),
    ("въз", "въз"),
    ("до", "до"),
    ("за", "за"),
    ("из", "из"),
    ("на", "на"),
    ("над", "над"),
    ("о", "о"),
    ("об", "об"),
    ("от", "от"),
    ("пре", "пре"),
    ("по", "по"),
    ("под", "под"),
    ("при", "при"),
    ("про", "про"),
    ("пред", "пред"),
    ("раз", "раз"),
    ("с", "с"),
    ("съ", "съ"),
    ("у", "у"),
    ("въ", "въ"),
    ("вз", "вз"),
    ("пона", "пона"),
];
