//! Two stretches of sources, word by word: what is the same stands once, what differs stands
//! twice.
//!
//! In: two passages. Out: the texts in one flow, as the engine's diff cuts them. What is in
//! the first alone is struck, what is in the second alone is underlined, so that neither
//! hangs on colour. Long stretches that are the same are shortened; a long diff begins with
//! its first differences.

use yew::prelude::*;

use crate::{
    protocol::{Diff, Passage, Request, Response, SourceText},
    span::Span,
    web::{
        components::{
            meta::{dir, short_name},
            waiting::waiting,
        },
        hooks::use_answer,
        texts::Texts,
    },
};

/// How many differences are shown until more is asked for.
const FEW: usize = 60;
/// How many letters of what is the same are shown on either side of a difference.
const AROUND: usize = 160;

/// What the box needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DiffBoxProps {
    /// A stretch of a source.
    pub a: Passage,
    /// Another.
    pub b: Passage,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The box.
#[component]
pub fn DiffBox(props: &DiffBoxProps) -> Html {
    let DiffBoxProps { a, b, texts } = props;
    let most = use_state_eq(|| FEW);
    let diff = use_answer(Some(Request::Diff { a: a.clone(), b: b.clone() }));
    let of_a = use_answer(Some(Request::Source { id: a.source.clone() }));
    let of_b = use_answer(Some(Request::Source { id: b.source.clone() }));
    let is_current = diff.is_current && of_a.is_current && of_b.is_current;
    let answers = [&diff, &of_a, &of_b];
    match answers.map(|answer| answer.response.as_deref().filter(|_| is_current)) {
        [
            Some(Response::Diff(diff)),
            Some(Response::Source(of_a)),
            Some(Response::Source(of_b)),
        ] => {
            let more = {
                let most = most.clone();
                Callback::from(move |_| most.set(*most * 4))
            };
            flow(diff, [of_a, of_b], *most, more, texts)
        }
        _ => waiting(answers, texts),
    }
}

/// The two texts in one flow.
fn flow(
    diff: &Diff,
    sides: [&SourceText; 2],
    most: usize,
    more: Callback<MouseEvent>,
    texts: &'static Texts,
) -> Html {
    let own = texts.comparing;
    let [name_a, name_b] = sides.map(|side| short_name(&side.card));
    let [lang_a, lang_b] = sides.map(|side| side.card.lang);
    let text_a = |span: Span| span.of_text(&sides[0].text);
    let text_b = |span: Span| span.of_text(&sides[1].text);
    let (changes, share) = figures(diff);
    let mut seen = 0;
    let shown = diff.edits.iter().take_while(|edit| {
        seen += usize::from(!edit.same);
        seen <= most
    });
    let shown: Vec<_> = shown.collect();
    let last = shown.len().saturating_sub(1);
    html! {
        <div class="diff">
            if lang_a != lang_b { <p class="note">{ own.other_languages }</p> }
            <p class="diff-legend">
                <del>{ (texts.only_in)(&name_a) }</del>{ " " }<ins>{ (texts.only_in)(&name_b) }</ins>{ " " }
                <span class="note">{ (own.diff_count)(changes, share) }</span>
            </p>
            <div class="diff-text" lang={lang_b.to_string()} dir={dir(lang_b)}>
                for (at, edit) in shown.iter().enumerate() {
                    if edit.same {
                        { shortened(text_b(edit.b), at > 0, at < last) }
                    } else {
                        if !edit.a.is_empty() { <del lang={lang_a.to_string()}>{ text_a(edit.a).to_owned() }</del> }
                        if !edit.b.is_empty() { <ins>{ text_b(edit.b).to_owned() }</ins> }
                    }
                }
            </div>
            if (changes as usize) > most {
                <button type="button" class="quiet small" onclick={more}>{ (texts.more)(changes - u32::try_from(most).unwrap_or(changes)) }</button>
            }
        </div>
    }
}

/// How many differences there are, and how many of a hundred letters of both are the same.
fn figures(diff: &Diff) -> (u32, u32) {
    let changes = diff.edits.iter().filter(|edit| !edit.same).count();
    let long = |edit: &crate::protocol::Edit| u64::from(edit.a.len()) + u64::from(edit.b.len());
    let all: u64 = diff.edits.iter().map(long).sum();
    let same: u64 = diff.edits.iter().filter(|edit| edit.same).map(long).sum();
    let share = same * 100 / all.max(1);
    (u32::try_from(changes).unwrap_or(u32::MAX), u32::try_from(share).unwrap_or_default())
}

/// What is the same, without its middle where that is long.
fn shortened(text: &str, has_before: bool, has_after: bool) -> String {
    let letters = text.chars().count();
    let (from, to) = (if has_before { AROUND } else { 0 }, if has_after { AROUND } else { 0 });
    if letters <= from + to + AROUND {
        return text.to_owned();
    }
    let start: String = text.chars().take(from).collect();
    let end: String = text.chars().skip(letters - to).collect();
    format!("{start} […] {end}")
}

#[cfg(test)]
mod tests {
    use super::{AROUND, figures, shortened};
    use crate::{
        protocol::{Diff, Edit, Passage},
        span::Span,
    };

    #[test]
    fn what_stands_by_a_difference_is_shown_whatever_its_length() {
        let long = "a".repeat(AROUND * 4);
        assert_eq!(shortened("short", true, true), "short");
        let both = shortened(&long, true, true);
        assert!(both.starts_with(&"a".repeat(AROUND)) && both.ends_with(&"a".repeat(AROUND)));
        assert!(shortened(&long, false, true).starts_with(" […] a"), "nothing differs before it");
    }

    #[test]
    fn the_share_is_of_both_texts() {
        let passage = |end| Passage { source: "a".into(), span: Span::new(0, end) };
        let edit = |same, a: [u32; 2], b: [u32; 2]| Edit {
            same,
            a: Span::new(a[0], a[1]),
            b: Span::new(b[0], b[1]),
        };
        let edits = vec![edit(true, [0, 6], [0, 6]), edit(false, [6, 10], [6, 10])];
        assert_eq!(figures(&Diff { a: passage(10), b: passage(10), edits }), (1, 60));
    }
}
