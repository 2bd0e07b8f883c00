//! Words of an address: what is escaped in them, and how it is read.
//!
//! In: any text. Out: the same in letters that no program cuts an address at, and back.
//! Letters of every script stay as they are. What the words mean is for
//! [`address`](super::address).

use std::fmt::Write as _;

/// Escapes what structures an address, what programs cut addresses at, and white space
/// other than the space, which is written `+`.
pub(super) fn encode(to: &mut String, text: &str) {
    for c in text.chars() {
        let plain = c.is_alphanumeric()
            || (c.is_ascii_punctuation() && !"%#?&=+/\"'<>`\\{}|^[]".contains(c));
        if c == ' ' {
            to.push('+');
        } else if plain {
            to.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(to, "%{byte:02X}");
            }
        }
    }
}

/// Undoes [`encode()`] and whatever a browser or a mail program escaped besides.
pub(super) fn decode(text: &str) -> String {
    let text = text.as_bytes();
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        bytes.push(match (byte, text.get(at..at + 2).and_then(hex)) {
            (b'+', _) => b' ',
            (b'%', Some(escaped)) => {
                at += 2;
                escaped
            }
            _ => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits stand for.
fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    if digits.starts_with('+') { None } else { u8::from_str_radix(digits, 16).ok() }
}
