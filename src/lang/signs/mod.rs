//! Phrases of page furniture, one file a language.
//!
//! In: nothing. Out: for each language the [`Signs`] by which a page betrays what is not its
//! text. They are apart from the grammar because only import needs them: a page that
//! imports nothing does not carry them. How a phrase is found is for `source`.

mod belarusian;
mod bulgarian;
mod english;
mod french;
mod german;
mod macedonian;
mod polish;
mod russian;
mod serbian;
mod spanish;
mod ukrainian;

use super::Lang;

/// The phrases of each language that has some.
pub static SIGNS: &[(Lang, Signs)] = &[
    (Lang::EN, english::SIGNS),
    (Lang::RU, russian::SIGNS),
    (Lang::BG, bulgarian::SIGNS),
    (Lang::UK, ukrainian::SIGNS),
    (Lang::DE, german::SIGNS),
    (Lang::FR, french::SIGNS),
    (Lang::ES, spanish::SIGNS),
    (Lang::PL, polish::SIGNS),
    (Lang::SR, serbian::SIGNS),
    (Lang::MK, macedonian::SIGNS),
    (Lang::BE, belarusian::SIGNS),
];

/// Phrases of page furniture, lower case. In a phrase, `#` stands for a number, `…` for up
/// to eight words, `@` for the publisher's own name. A phrase counts where it is a whole
/// line; a longer one also where a line starts with it or, if the line is short, holds it.
/// A phrase of one ordinary word is only safe because it must be the whole line.
#[derive(Default)]
pub struct Signs {
    /// Logging in, registering, form labels and their error messages.
    pub login: &'static [&'static str],
    /// Asking to share, follow, subscribe.
    pub share: &'static [&'static str],
    /// Headings over lists of other articles, and lines of such feeds.
    pub teasers: &'static [&'static str],
    /// Statements about the publication itself: disclaimers, copyright, cookies.
    pub notices: &'static [&'static str],
    /// Headings over readers' comments and calls to write one.
    pub comments: &'static [&'static str],
    /// Small words of a comment's header or foot (`New`, `Reply`).
    pub markers: &'static [&'static str],
    /// Labels that stand before, or alone above, a list of tags.
    pub tags: &'static [&'static str],
    /// Labels that stand before, or alone above, a source or a photographer.
    pub credits: &'static [&'static str],
    /// Agencies and papers whose name alone on a line is a credit.
    pub agencies: &'static [&'static str],
    /// Labels before an author's name or the date of publication.
    pub bylines: &'static [&'static str],
    /// Labels before the date of a later change.
    pub updated: &'static [&'static str],
    /// How old a teaser is (`преди # часа`).
    pub ago: &'static [&'static str],
    /// Words that head a quotation of an earlier comment (`Quote:`).
    pub quoting: &'static [&'static str],
    /// Words before the comment, its number or its author, that a comment answers.
    pub answering: &'static [&'static str],
}
