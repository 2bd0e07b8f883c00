//! Where on a page the article stands.
//!
//! In: a tree, its runs, and what the page's own data says of its text. Out: the element
//! that holds the article, and for each run the claim of the elements around it that rules
//! it out. An element is the article's when most paragraphs stand near it; claims of
//! elements that hold much of the page's prose are not believed.

use std::{collections::BTreeMap, ops::Range};

use super::{
    marks::{self, Claim, Role},
    runs::{self, Run},
    tree::{Id, Tree},
};

/// What is known of where the article stands.
#[derive(Debug)]
pub(super) struct Region {
    /// The element that holds the article.
    pub(super) id: Id,
    /// Its first run and the one past its last.
    pub(super) runs: Range<usize>,
    /// For each run, the outermost believed claim around it.
    pub(super) ruled: Vec<Option<Claim>>,
}

/// The words of a run that reads as prose; 0 for labels, headings and lists of links.
pub(super) fn prose(run: &Run, text: &str) -> usize {
    let own = run.text(text);
    let sentence = crate::source::plain::units::ends_sentence(own);
    let long = run.words >= 25 || (sentence && run.words >= 8);
    if !long || run.linked * 2 > run.words || run.row {
        return 0;
    }
    run.words
}

/// Finds the article; `stated` marks the runs that the page's own data gives as its text.
pub(super) fn find(tree: &Tree, text: &str, runs: &[Run], stated: Option<&[bool]>) -> Region {
    let prose: Vec<usize> = runs.iter().map(|run| prose(run, text)).collect();
    let weighed: Vec<usize> = match stated {
        Some(stated) => {
            prose.iter().zip(stated).map(|(prose, own)| if *own { *prose } else { 0 }).collect()
        }
        None => prose,
    };
    let extents = Extents::of(tree, runs);
    let mut ruled = ruled(tree, runs, &weighed, stated, &extents);
    let mut free: Vec<usize> = weighed
        .iter()
        .zip(&ruled)
        .map(|(prose, ruled)| if ruled.is_some() { 0 } else { *prose })
        .collect();
    if free.iter().all(|words| *words == 0) {
        free = weighed;
    }
    if stated.is_none() {
        let left = without_teasers(tree, runs, &extents, &free);
        if left.iter().any(|words| *words > 0) {
            free = left;
        }
    }
    let id = holder(tree, runs, &free);
    let id = climb(tree, id, &extents, &free, stated.is_some());
    let inner = inner(tree, runs, id, &free);
    for (claim, inner) in ruled.iter_mut().zip(inner) {
        if inner && claim.is_none() {
            *claim = Some(Claim { role: Role::Related, said: "an article within".to_owned() });
        }
    }
    Region { id, runs: extents.runs(id), ruled }
}

/// Which runs stand in an element: they follow one another.
pub(super) struct Extents(Vec<(u32, u32)>);

impl Extents {
    pub(super) fn of(tree: &Tree, runs: &[Run]) -> Self {
        let mut extents = vec![(u32::MAX, 0); tree.nodes.len()];
        for (nth, run) in (0_u32..).zip(runs) {
            for id in tree.ancestors(run.id).chain([0]) {
                if extents[id].0 != u32::MAX {
                    break;
                }
                extents[id].0 = nth;
            }
        }
        for (left, run) in (0_u32..).zip(runs.iter().rev()) {
            let last = u32::try_from(runs.len()).unwrap_or(u32::MAX) - left;
            for id in tree.ancestors(run.id).chain([0]) {
                if extents[id].1 != 0 {
                    break;
                }
                extents[id].1 = last;
            }
        }
        Self(extents)
    }

    pub(super) fn runs(&self, id: Id) -> Range<usize> {
        let (first, last) = self.0[id];
        if first == u32::MAX { 0..0 } else { first as usize..last as usize }
    }
}

/// `sums[n]`: the words of the first `n` runs.
fn sums(words: &[usize]) -> Vec<usize> {
    let mut sums = Vec::with_capacity(words.len() + 1);
    let mut sum = 0;
    sums.push(0);
    for count in words {
        sum += count;
        sums.push(sum);
    }
    sums
}

fn within(sums: &[usize], runs: &Range<usize>) -> usize {
    sums[runs.end] - sums[runs.start]
}

/// For each run the outermost believed claim around it. A claim is believed unless the
/// elements that make it hold much of the page's prose together: then it is about layout
/// (`paywall` on each paragraph, `has-sidebar` around everything).
fn ruled(
    tree: &Tree,
    runs: &[Run],
    words: &[usize],
    stated: Option<&[bool]>,
    extents: &Extents,
) -> Vec<Option<Claim>> {
    let prefix = sums(words);
    let mut all: usize = words.iter().sum();
    let mut claims: Vec<Option<Option<Claim>>> = vec![None; tree.nodes.len()];
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    let mut chains: Vec<Vec<Id>> = Vec::with_capacity(runs.len());
    let mut known: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for (run, words) in runs.iter().zip(words) {
        let chain = known.entry(run.id).or_insert_with(|| {
            let around = tree.ancestors(run.id).filter(|id| {
                !matches!(tree.name(*id), "html" | "body" | "main" | "article" | "h1")
            });
            let claiming =
                around.filter(|id| claims[*id].get_or_insert_with(|| claim(tree, *id)).is_some());
            claiming.collect()
        });
        let mut said: Vec<&str> = chain
            .iter()
            .filter_map(|id| claims[*id].as_ref()?.as_ref().map(|claim| claim.said.as_str()))
            .collect();
        said.sort_unstable();
        said.dedup();
        if chain.iter().any(|id| is_consent(claims[*id].as_ref())) {
            all -= words;
        }
        for word in said {
            *held.entry(word.to_owned()).or_default() += words;
        }
        chains.push(chain.clone());
    }
    let believed = |id: Id, claim: &Claim| {
        // What is hidden has nothing in common but that.
        let held = match claim.role {
            Role::Hidden => within(&prefix, &extents.runs(id)),
            _ => held.get(&claim.said).copied().unwrap_or(0),
        };
        held * 100 <= all.saturating_mul(limit(claim))
    };
    let mut answers = Vec::with_capacity(runs.len());
    for (nth, (run, chain)) in runs.iter().zip(&chains).enumerate() {
        let quoted = tree.ancestors(run.id).take(4).any(|id| tree.name(id) == "blockquote");
        let outer = chain
            .iter()
            .rev()
            .filter_map(|id| Some((*id, claims[*id].as_ref()?.as_ref()?)))
            .find(|(id, claim)| {
                believed(*id, claim)
                    && !(quoted && matches!(claim.role, Role::Share | Role::Aside | Role::Media))
            })
            .map(|(_, claim)| claim.clone());
        // The foot of an article holds its tags and credits.
        let outer = match outer {
            Some(foot) if foot.said == "element footer" => {
                let inner = chain.iter().filter_map(|id| claims[*id].as_ref()?.as_ref());
                let own = |claim: &&Claim| matches!(claim.role, Role::Tags | Role::Credit);
                Some(inner.into_iter().find(own).cloned().unwrap_or(foot))
            }
            outer => outer,
        };
        let inline = outer.or_else(|| {
            let link = run.link.filter(|_| run.linked == run.words)?;
            marks::claim(tree, link).filter(|claim| claim.role != Role::Credit)
        });
        let sure = stated.is_some_and(|stated| stated[nth]) && words[nth] > 0;
        answers.push(
            inline.filter(|claim| !sure || matches!(claim.role, Role::Consent | Role::Caption)),
        );
    }
    answers
}

fn is_consent(claim: Option<&Option<Claim>>) -> bool {
    claim.is_some_and(|claim| claim.as_ref().is_some_and(|claim| claim.role == Role::Consent))
}

/// What an element's markup says of it, also that it is hidden.
fn claim(tree: &Tree, id: Id) -> Option<Claim> {
    if runs::is_hidden(tree, id) {
        return Some(Claim { role: Role::Hidden, said: "not displayed".to_owned() });
    }
    marks::claim(tree, id)
}

/// The share of the page's prose, in percent, up to which a claim is believed.
fn limit(claim: &Claim) -> usize {
    match claim.role {
        // Nobody reads a form of consent for its own sake, however long it is.
        Role::Consent => usize::MAX,
        Role::Caption if claim.said.starts_with("element") => 100,
        Role::Comments => 90,
        Role::Navigation | Role::Foot => 60,
        Role::Credit | Role::Tags | Role::Caption => 15,
        _ => 33,
    }
}

/// Prose that announces another article: alone in an element that also holds a link of three
/// words or more.
fn without_teasers(tree: &Tree, runs: &[Run], extents: &Extents, words: &[usize]) -> Vec<usize> {
    let counts = sums(&words.iter().map(|words| usize::from(*words > 0)).collect::<Vec<_>>());
    let heads: Vec<usize> =
        runs.iter().map(|run| usize::from(run.words >= 3 && run.linked == run.words)).collect();
    let heads = sums(&heads);
    let mut left = words.to_vec();
    for (nth, run) in runs.iter().enumerate().filter(|(nth, _)| words[*nth] > 0) {
        let alone =
            tree.ancestors(run.id).take_while(|id| within(&counts, &extents.runs(*id)) <= 1);
        let Some(card) = alone.take(6).last() else { continue };
        if words[nth] <= 80 && within(&heads, &extents.runs(card)) > 0 {
            left[nth] = 0;
        }
    }
    left
}

/// The element near most of the prose: near is the element around a paragraph, less so the
/// two around that.
fn holder(tree: &Tree, runs: &[Run], words: &[usize]) -> Id {
    let mut near: BTreeMap<Id, usize> = BTreeMap::new();
    for (run, words) in runs.iter().zip(words).filter(|(_, words)| **words > 0) {
        let leaf =
            matches!(tree.name(run.id), "p" | "li" | "blockquote" | "h2" | "h3" | "dd" | "pre");
        let around = tree.ancestors(run.id).skip(usize::from(leaf));
        for (id, share) in around.zip([6, 4, 2]) {
            *near.entry(id).or_default() += words * share;
        }
    }
    let best = near.iter().max_by_key(|(id, words)| (**words, usize::MAX - **id));
    best.map_or(0, |(id, _)| *id)
}

/// Climbs while the element around adds prose worth having.
fn climb(tree: &Tree, from: Id, extents: &Extents, words: &[usize], stated: bool) -> Id {
    let sums = sums(words);
    let all = sums.last().copied().unwrap_or(0);
    let counted: Vec<usize> = words.iter().map(|words| usize::from(*words > 0)).collect();
    let counts = self::sums(&counted);
    let mut best = from;
    let parents: Vec<Id> = tree.ancestors(from).skip(1).collect();
    for id in parents {
        let (inner, outer) = (extents.runs(best), extents.runs(id));
        let (has, gets) = (within(&sums, &inner), within(&sums, &outer));
        let more = gets - has;
        if stated {
            if has * 100 >= all * 97 {
                break;
            }
            best = id;
            continue;
        }
        let mean = has / within(&counts, &inner).max(1);
        let paragraphs = within(&counts, &outer) - within(&counts, &inner);
        let mean_more = more / paragraphs.max(1);
        if more * 10 >= has && mean_more * 2 >= mean && !matches!(tree.name(id), "body" | "html") {
            best = id;
        }
    }
    best
}

/// The runs of articles within the article, unless they are most of it, as in a live blog.
fn inner(tree: &Tree, runs: &[Run], region: Id, words: &[usize]) -> Vec<bool> {
    let own = |run: &Run| {
        run.id > region
            && run.id < tree.nodes[region].end
            && tree
                .ancestors(run.id)
                .take_while(|id| *id > region)
                .any(|id| tree.name(id) == "article")
    };
    let inner: Vec<bool> = runs.iter().map(own).collect();
    let all: usize = words.iter().sum();
    let held: usize =
        words.iter().zip(&inner).filter(|(_, inner)| **inner).map(|(words, _)| words).sum();
    if held * 3 > all { vec![false; runs.len()] } else { inner }
}
