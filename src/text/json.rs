//! Texts as JSON.
//!
//! In: a text. Out: the same as a string of JSON, which may stand inside HTML, too: it cannot
//! end a script. For whoever writes JSON without a library for it: the page's wasm has none.

use std::fmt::Write as _;

/// The text as JSON.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            letter if letter < ' ' || matches!(letter, '<' | '\u{2028}' | '\u{2029}') => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::json;

    #[test]
    fn a_text_ends_neither_its_string_nor_a_script() {
        assert_eq!(json("a\"\\\n</script>"), r#""a\"\\\u000a\u003c/script>""#);
    }
}
