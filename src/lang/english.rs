//! English.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Lang, Language, Script, Signs};

/// English.
pub static ENGLISH: Language = Language {
    lang: Lang::EN,
    name: "English",
    script: Script::Latin,
    letters: "",
    folds: &[],
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

static IRREGULAR: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in FORMS.lines() {
        let Some(key) = line.split_whitespace().next() else { continue };
        for form in line.split_whitespace() {
            words.entry(form).or_default().push(key);
        }
    }
    words
});

/// One lexeme a line: its key, then its other forms. These words have no other keys.
const FORMS: &str = "
be am is are was were been being 'm 're ain't
have has had having 've
do does did done doing
go goes went gone going
will 'll would 'd
can could
may might
shall should
say says said saying
make makes made making
see sees saw seen seeing
saw saws saw sawed sawing
take takes took taken taking
come comes came coming
get gets got gotten getting
give gives gave given giving
know knows knew known knowing
think thinks thought thinking
thought thoughts thought
tell tells told telling
become becomes became becoming
leave leaves left leaving
left left
leaf leaves
feel feels felt feeling
bring brings brought bringing
begin begins began begun beginning
keep keeps kept keeping
hold holds held holding
write writes wrote written writing
stand stands stood standing
hear hears heard hearing
let lets letting
mean means meant meaning
means means
set sets setting
meet meets met meeting
run runs ran running
pay pays paid paying
sit sits sat sitting
speak speaks spoke spoken speaking
lie lies lay lain lying lied
lay lays lay laid laying
lead leads led leading
read reads reading
grow grows grew grown growing
lose loses lost losing
fall falls fell fallen falling
fell fells fell felled felling
send sends sent sending
build builds built building
understand understands understood understanding
draw draws drew drawn drawing
break breaks broke broken breaking
spend spends spent spending
cut cuts cutting
rise rises rose risen rising
rose rose roses
drive drives drove driven driving
buy buys bought buying
wear wears wore worn wearing
choose chooses chose chosen choosing
seek seeks sought seeking
throw throws threw thrown throwing
catch catches caught catching
deal deals dealt dealing
win wins won winning
forget forgets forgot forgotten forgetting
sell sells sold selling
fight fights fought fighting
teach teaches taught teaching
eat eats ate eaten eating
sing sings sang sung singing
strike strikes struck stricken striking
hang hangs hung hanged hanging
shake shakes shook shaken shaking
ride rides rode ridden riding
feed feeds fed feeding
shoot shoots shot shooting
shot shot shots
drink drinks drank drunk drinking
hit hits hitting
arise arises arose arisen arising
fly flies flew flown flying
spread spreads spreading
sleep sleeps slept sleeping
cost costs costing
hide hides hid hidden hiding
steal steals stole stolen stealing
sink sinks sank sunk sinking
swim swims swam swum swimming
swear swears swore sworn swearing
tear tears tore torn tearing
wake wakes woke woken waking
bear bears bore born borne bearing
bore bores bore bored boring
bite bites bit bitten biting
bit bit bits
blow blows blew blown blowing
bind binds bound binding
find finds found finding
found founds found founded founding
bend bends bent bending
bet bets betting
bid bids bidding
bleed bleeds bled bleeding
breed breeds bred breeding
burst bursts bursting
cast casts casting
cling clings clung clinging
creep creeps crept creeping
dig digs dug digging
dream dreams dreamt dreamed dreaming
flee flees fled fleeing
forbid forbids forbade forbidden forbidding
forgive forgives forgave forgiven forgiving
freeze freezes froze frozen freezing
grind grinds ground grinding
ground grounds ground grounded grounding
hurt hurts hurting
kneel kneels knelt kneeling
learn learns learnt learned learning
lend lends lent lending
light lights lit lighted lighting lighter lightest
put puts putting
quit quits quitting
ring rings rang rung ringing
seem seems seemed seeming
shed sheds shedding
shine shines shone shining
shrink shrinks shrank shrunk shrinking
shut shuts shutting
slide slides slid sliding
spin spins spun spinning
split splits splitting
spring springs sprang sprung springing
stick sticks stuck sticking
sting stings stung stinging
swing swings swung swinging
sweep sweeps swept sweeping
undergo undergoes underwent undergone undergoing
overcome overcomes overcame overcoming
undertake undertakes undertook undertaken undertaking
withdraw withdraws withdrew withdrawn withdrawing
weave weaves wove woven weaving
weep weeps wept weeping
wind winds wound winding
wound wounds wound wounded wounding
show shows showed shown showing
prove proves proved proven proving
burn burns burnt burned burning
use uses used using
need needs needed needing
die dies died dying
tie ties tied tying
dye dyes dyed dyeing
argue argues argued arguing
agree agrees agreed agreeing
man men man's
woman women
person people persons
child children
foot feet
tooth teeth
goose geese
mouse mice
ox oxen
wife wives
life lives
live lives lived living
knife knives
half halves
shelf shelves
self selves
wolf wolves
loaf loaves
thief thieves
calf calves
scarf scarves
crisis crises
analysis analyses
basis bases
base bases based basing
thesis theses
criterion criteria
phenomenon phenomena
datum data
medium media mediums
index indices indexes
good better best
well better best
well
bad worse worst
badly worse worst
far farther further farthest furthest
little less least
many more most
much more most
i me myself
my mine
mine mines mined mining
he him himself his
she her herself hers
it itself its
they them themselves
their theirs
we us ourselves
our ours
you yourself yourselves
your yours
this these
that those
a an
who whom
news
series
species
always
this
as
us
his
yes
perhaps
thus
bed beds
red reds redder reddest
add adds added adding
ad ads
withhold withholds withheld withholding
speed speeds speeded sped speeding
indeed
hundred hundreds
united
politics
economics
athletics
";
