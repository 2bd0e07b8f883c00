//! Polish: inflection is tables of endings for [`super::inflect`];
//! irregular words stand in `polish.txt`.
//!
//! In: a folded word. Out: its lexeme keys. Participles and the nouns on `-nie` and `-cie` have
//! the key of their verb besides their own, as in Polish dictionaries. Ambiguous endings give
//! several keys, and keys that no other word has do no harm. Single words that the rules get
//! wrong are for `polish.txt`, not for this file.

use std::sync::LazyLock;

use super::inflect::{Inflection, Paradigms};
use super::{Lang, Language, Script};

/// Polish.
pub static POLISH: Language = Language {
    lang: Lang::PL,
    name: "Polski",
    script: Script::Latin,
    letters: "ąćęłńóśźż",
    folds: &[],
    lexemes,
    #[rustfmt::skip]
    endings: &[
        "skiego", "skiemu", "skimi", "owego", "owemu", "skich", "skiej", "skim", "owie", "iego",
        "iemu", "owej", "owym", "ego", "emu", "ach", "ami", "owi", "iem", "iej", "ską", "ski",
        "ska", "em", "om", "ów", "ie", "ej", "ym", "im", "a", "e", "i", "o", "u", "y", "ą", "ę",
    ],
    sounds: SOUNDS,
    #[rustfmt::skip]
    abbreviations: &[
        "al", "art", "b", "cd", "doc", "dol", "dot", "dr", "dyr", "gen", "godz", "gr", "hab", "im",
        "in", "inż", "itd", "itp", "jw", "kard", "kl", "km", "kol", "kpt", "ks", "lek", "lic",
        "m.in", "mgr", "mies", "mjr", "mkw", "nad", "np", "nr", "ob", "ok", "op", "os", "p", "pl",
        "pn", "pok", "por", "pos", "pow", "ppor", "proc", "prof", "płk", "r", "red", "rozdz", "rys",
        "s", "sp", "st", "str", "sw", "szt", "tab", "tel", "tj", "tow", "tyg", "tys", "tzn", "tzw",
        "ub", "ul", "ur", "w", "wg", "wsp", "wyd", "zm", "zob", "śp", "św",
    ],
    #[rustfmt::skip]
    months: [
        &["styczeń", "stycznia", "styczniu", "styczniem"],
        &["luty", "lutego", "lutym"],
        &["marzec", "marca", "marcu", "marcem", "mar"],
        &["kwiecień", "kwietnia", "kwietniu", "kwietniem"],
        &["maj", "maja", "maju", "majem"],
        &["czerwiec", "czerwca", "czerwcu", "czerwcem"],
        &["lipiec", "lipca", "lipcu", "lipcem"],
        &["sierpień", "sierpnia", "sierpniu", "sierpniem"],
        &["wrzesień", "września", "wrześniu", "wrześniem"],
        &["październik", "października", "październiku", "październikiem"],
        &["listopad", "listopada", "listopadzie", "listopadem"],
        &["grudzień", "grudnia", "grudniu", "grudniem"],
    ],
    stop_words: STOP_WORDS,
    #[rustfmt::skip]
    attribution: &[
        "powiedział", "powiedziała", "powiedzieli", "mówi", "mówią", "mówił", "mówiła",
        "poinformował", "poinformowała", "poinformowali", "informuje", "informują", "oświadczył",
        "oświadczyła", "oświadczyli", "dodał", "dodała", "dodaje", "podkreślił", "podkreśliła",
        "podkreśla", "zaznaczył", "zaznaczyła", "zaznacza", "stwierdził", "stwierdziła",
        "stwierdza", "zapewnił", "zapewniła", "zapewnia", "ocenił", "oceniła", "ocenia",
        "przekazał", "przekazała", "przyznał", "przyznała", "przyznaje", "wyjaśnił", "wyjaśniła",
        "wyjaśnia", "twierdzi", "twierdzą", "uważa", "uważają", "napisał", "napisała", "pisze",
        "piszą", "ogłosił", "ogłosiła", "zapowiedział", "zapowiedziała", "ostrzegł", "ostrzegła",
        "ostrzega", "wskazał", "wskazała", "wskazuje", "potwierdził", "potwierdziła", "zauważył",
        "zauważyła", "zauważa", "odpowiedział", "odpowiedziała", "zdaniem", "według", "podała",
        "podał", "relacjonuje", "tłumaczy", "tłumaczył", "komentuje", "skomentował",
    ],
};

/// Words too common to tell texts apart; the rules leave them alone.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "aby", "albo", "ale", "ależ", "ani", "aż", "bardziej", "bardzo", "bez", "bo", "bowiem",
    "by", "być", "był", "była", "było", "były", "bądź", "będzie", "będą", "chociaż", "choć", "ci",
    "cię", "coraz", "coś", "czasem", "czy", "czyli", "dla", "dlaczego", "dlatego", "do", "dopiero",
    "dość", "dwa", "dzisiaj", "dziś", "gdy", "gdyby", "gdyż", "gdzie", "go", "i", "ich", "ile",
    "im", "ja", "jak", "jakby", "jaki", "jakie", "jako", "jednak", "jednakże", "jego", "jej",
    "jemu", "jest", "jeszcze", "jeśli", "jeżeli", "już", "ją", "kiedy", "kilka", "kto", "która",
    "które", "którego", "której", "który", "których", "którym", "którzy", "ku", "lecz", "lub", "ma",
    "mają", "mi", "mimo", "mną", "może", "można", "mu", "musi", "my", "na", "nad", "nam", "nami",
    "nas", "nasz", "nasza", "nawet", "nic", "nich", "nie", "niech", "nim", "niż", "no", "np", "o",
    "od", "on", "ona", "one", "oni", "ono", "oraz", "po", "pod", "podczas", "ponad", "ponieważ",
    "potem", "powinien", "poza", "prawie", "przeciwko", "przed", "przede", "przez", "przy", "razem",
    "również", "sam", "się", "skąd", "sobie", "sposób", "swoje", "swoją", "są", "ta", "tak",
    "także", "tam", "te", "tego", "tej", "temu", "ten", "też", "to", "tobą", "tu", "tutaj", "tuż",
    "ty", "tych", "tylko", "tym", "tymi", "u", "w", "wam", "was", "wasz", "we", "wiele", "więc",
    "więcej", "wobec", "wszyscy", "wszystkie", "wszystko", "wtedy", "właśnie", "wśród", "z", "za",
    "zawsze", "zaś", "zbyt", "ze", "żaden", "że", "żeby",
];

fn lexemes(word: &str, keys: &mut Vec<String>) {
    INFLECTION.keys(word, keys);
}

static INFLECTION: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::new(Paradigms {
        sets: SETS,
        endings: ENDINGS,
        irregular: include_str!("polish.txt"),
        closed: STOP_WORDS,
        prefixes: PREFIXES,
        verb: "v",
        shifts: &[("ó", "o"), ("ą", "ę"), ("ie", "ia"), ("ie", "io")],
        vowels: "aeiouyąęó",
        degrees: &["naj"],
        ..Paradigms::default()
    })
});

/// Lists: endings of adjectives, comparatives, soft nouns, the past, the present, verbal nouns.
const SETS: &str = "
C bcćdfghjklłmnńprsśtwzźż
H bdfghklmnprstwzłcż
adj y a e ego emu ym ą ej ych ymi
iadj i ia ie iego iemu im ią iej ich imi
szy szy sza sze szego szemu szym szą szej szych szymi si
soft a u em e i om ami ach ą ę o ów owi
past ł ła ło li ły łem łam łeś łaś liśmy łyśmy liście łby łaby łoby liby łyby łbym wszy
am am asz a amy acie ają ając aj ajmy ajcie
uje uję ujesz uje ujemy ujecie ują ując uj ujmy ujcie
em ę esz e emy ecie ą ąc
im isz i imy icie
ym ysz y ymy ycie ę ą ąc
nie nie nia niu niem ń niom
cie cie cia ciu ciem
ony ony ona one onego onemu onym oną onej onych onymi eni ono
ny ny na ne nego nemu nym ną nej nych nymi ni no
ty ty ta te tego temu tym tą tej tych tymi ci to
acy ący ąca ące ącego ącemu ącym ącą ącej ących ącymi
";

/// Classes: `n` nouns by the hard stem, `s` by the soft one, `i` on `-ia`, `a` adjectives,
/// `v` verbs by the stem of the infinitive.
const ENDINGS: &str = "
# nouns on a hard consonant
n~ H - : -
n H - : a u owi em y ów om ami ach o ę ą owie
n czżlj - : e
n lj - : i
n kg - : i iem ie
n pbwmf - : i
n~ pbwmf - : ie
n~ * t : cie
n~ * d : dzie
n * s : sie
n * z : zie
n~ * n : nie
n~ * r : rze
n~ * ł : le
n * k : ce
n * g : dze
n * ch : sze
n~ * st : ście
n~ * zd : ździe
n * sł : śle
n * sn : śnie
n * zn : źnie
n * t : ci
n * st : ści
n * k : cy
n * g : dzy
n * r : rzy
n * n : ni
n * ł : li
n * ch : si
n H k : ek
n H c : ec
n bdfłmprstwz c : iec
n H n : en
n kgdbpw n : ien
n H ł : eł
n kg ł : ieł
n H r : er
n kg r : ier
n H w : ew
n kg w : iew
n * jk : jek
n * jn : jen
n ńśźć k : ek
n * ż : eż
n * an : anin anie
n * um : um a ów om ami ach
# nouns on a soft consonant
s~ * ć : ć
s * ć : ci+soft ci ćmi
s~ * ń : ń
s * ń : ni+soft ni nii ńmi
s * ś : ś si+soft si
s k ć : ieć
s * ź : ź zi+soft zi
s~ * dź : dź
s * dź : dzi+soft dzi
s pbwmfgkh - : i+soft i
s pbwmf - : -
i H - : ia ii ię ią io ie iom iami iach ij
s * j : j ja ji ję ją jo je jom jami jach ju jem jów jowi i
s * eń : eń
s d ń : zień
s * ń : ień nia niu niem nie ni niom niami niach
# adjectives
a C - : +adj +iadj
a * r : rzy
a * ł : li
a * t : ci
a * d : dzi
a * k : cy
a * g : dzy
a * ch : si
a * sz : si
a * ż : zi
a * st : ści
a H - : +szy
a H - : iej+szy
a * n : niejsi
a * k : c
# verbs
v * a : ać a+past +am a+nie a+ny +acy a+ny ają+acy
v * a : aj+acy
v * owa : ować owa+past +uje owa+nie owa+ny uj+acy
v * ywa : ywać ywa+past +uje ywa+nie ywa+ny uj+acy
v kgch iwa : iwać iwa+past +uje iwa+nie iwa+ny uj+acy
v dtsr awa : awać awa+past aję aje ają ajesz ajemy ając awa+nie awa+ny aj+acy
v * i : ić i+past +im i+nie i+cie
v lżj i : ę ą ąc +ony e+nie +acy
v pbwmfn i : ię ią iąc i+ony ie+nie i+acy
v * si : szę szą sząc sz+ony sze+nie sz+acy
v * ci : cę cą cąc c+ony ce+nie c+acy
v * ści : szczę szczą szcz+ony szcze+nie
v * dzi : dzę dzą dząc dz+ony dze+nie dz+acy
v * zi : żę żą żąc ż+ony że+nie ż+acy
v * ździ : żdżę żdżą żdż+ony żdże+nie
v zcż y : yć y+past +ym +ony e+nie +acy
v z y : ę ą
v zcżl e : eć a+past eli eli +ym e+nie +acy
v l e : +im
v * ie : ieć ia+past ieli +im ie+nie
v * ie : ieję iejesz ieje iejemy ieją iejąc iej+acy
v pbwmfn ie : ię ią iąc i+acy
v * dzie : dzę dzą dząc dz+acy
v * cie : cę cą c+acy
v * ną : nąć ną+past nę niesz nie niemy niecie ną nęła nęło nęli nęły nię+ty nię+cie nij
v gkhbpdz ną : ł ła ło li ły
v * sa : szę szesz sze szemy szą sząc sz sz+acy
v * za : żę żesz że żemy żą żąc ż ż+acy
v * ka : czę czesz cze czemy czą cząc cz+acy
v * ta : czę cze czą
v * ra : rzę rze rzą
v * pa : pię piesz pie piemy pią
v * ia : ieję iejesz ieje iejemy ieją ia+past ieli ia+ny ia+nie
v * y : yć y+past yję yjesz yje yjemy yjecie yją yjąc y+ty y+cie yj+acy
v * i : iję ijesz ije ijemy iją ijąc i+ty ij+acy
v * u : uć u+past uję uje ują u+ty u+cie
";

/// Verbal prefixes, and how the key writes their variants.
const PREFIXES: &[(&str, &str)] = &[
    ("do", "do"),
    ("na", "na"),
    ("nad", "nad"),
    ("nade", "nad"),
    ("o", "o"),
    ("ob", "ob"),
    ("obe", "ob"),
    ("od", "od"),
    ("ode", "od"),
    ("po", "po"),
    ("pod", "pod"),
    ("pode", "pod"),
    ("prze", "prze"),
    ("przy", "przy"),
    ("roz", "roz"),
    ("roze", "roz"),
    ("s", "z"),
    ("ś", "z"),
    ("u", "u"),
    ("w", "w"),
    ("we", "w"),
    ("wy", "wy"),
    ("wz", "wz"),
    ("wze", "wz"),
    ("ws", "wz"),
    ("wes", "wz"),
    ("z", "z"),
    ("ze", "z"),
    ("za", "za"),
    ("współ", "współ"),
    ("nie", "nie"),
    ("przed", "przed"),
    ("niedo", "niedo"),
    ("zanie", "zanie"),
    ("powy", "powy"),
    ("spo", "spo"),
    ("zapo", "zapo"),
    ("rozpo", "rozpo"),
    ("odna", "odna"),
    ("uprze", "uprze"),
];

/// How letters sound where it differs from the script; `sounds` says how to read it.
const SOUNDS: &[(&str, &str)] = &[
    ("szcz", "SC"),
    ("ski$", "ski"),
    ("ch", "h"),
    ("cz", "C"),
    ("sz", "S"),
    ("rz", "Z"),
    ("dz", "z"),
    ("dź", "J"),
    ("dż", "J"),
    ("ci|V", "C"),
    ("si|V", "S"),
    ("zi|V", "Z"),
    ("ni|V", "nj"),
    ("ć", "C"),
    ("ś", "S"),
    ("ź", "Z"),
    ("ż", "Z"),
    ("ń", "nj"),
    ("ł", "l"),
    ("w", "v"),
    ("ó", "u"),
    ("ą", "on"),
    ("ę", "en"),
    ("j", "j"),
    ("y", "y"),
    ("c", "c"),
];
