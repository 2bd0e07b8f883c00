//! Phrases of page furniture, one file a language, apart from the grammar because the lists
//! are long and are edited by people who need not know the grammar. Lower case; the marks
//! `#`, `…` and `@` are explained at [`Signs`](super::Signs).

pub(super) mod bulgarian;
pub(super) mod english;
pub(super) mod russian;
pub(super) mod ukrainian;
