//! Bytes to text.
//!
//! In: a file's bytes. Out: the text, the encoding they were read as, and how many broken
//! sequences became U+FFFD. UTF-8 keeps its byte order mark and its line ends, so the text
//! is the file, byte for byte. Bytes that are no text are refused. What the text means is
//! for the stages after this one.

use crate::error::{Error, Kind, Result};

/// A file's text and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) replaced: u32,
    pub(super) notes: Vec<String>,
}

/// Decodes `bytes`; the errors do not name the file, the caller does.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded> {
    let decoded = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes, "UTF-16LE"),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes, "UTF-16BE"),
        _ => utf8(bytes),
    };
    refuse_binary(&decoded.text)?;
    if decoded.text.chars().all(super::is_space) {
        return Err(Error::new(Kind::Input, "the file has no text")
            .advise("check that the file was saved completely"));
    }
    Ok(decoded)
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push('\u{fffd}');
            replaced += 1;
        }
    }
    let notes = match replaced {
        0 => Vec::new(),
        n => vec![format!("{n} broken UTF-8 sequences were replaced by U+FFFD.")],
    };
    Decoded { text, encoding: "UTF-8", replaced, notes }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16, encoding: &'static str) -> Decoded {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut replaced = u32::from(!odd.is_empty());
    // The mark stays in the text, as it does in UTF-8.
    let mut text = String::with_capacity(bytes.len() + 3);
    text.push('\u{feff}');
    for unit in char::decode_utf16(pairs.iter().copied().map(read)) {
        text.push(unit.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    let mut notes = vec![format!("The file is {encoding}; its text is kept as UTF-8.")];
    if replaced > 0 {
        notes.push(format!("{replaced} broken UTF-16 units were replaced by U+FFFD."));
    }
    Decoded { text, encoding, replaced, notes }
}

/// A NUL never occurs in a text; pictures and archives also show by control characters and
/// by how much of them is no UTF-8.
fn refuse_binary(text: &str) -> Result<()> {
    let (mut all, mut odd, mut broken, mut nul) = (0_u64, 0_u64, 0_u64, false);
    for c in text.chars() {
        all += 1;
        match c {
            '\0' => nul = true,
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => {}
            char::REPLACEMENT_CHARACTER => broken += 1,
            c if c.is_control() => odd += 1,
            _ => {}
        }
    }
    if nul || (odd + broken) * 10 > all * 3 {
        let why = if nul { "it has NUL bytes" } else { "most of it is no readable characters" };
        return Err(Error::new(Kind::Input, format!("the file is not a text: {why}"))
            .advise("save the source as plain text in UTF-8"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_byte_order_mark_and_carriage_returns_stay() {
        let file = "\u{feff}One.\r\nTwo.\r\n";
        let decoded = decode(file.as_bytes()).unwrap();
        assert_eq!(decoded.text, file);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 0));
    }

    #[test]
    fn broken_utf8_is_replaced_and_counted() {
        let decoded = decode(b"Sofia \xd0 and \xff\xfe Kyiv, twice \xd1").unwrap();
        assert_eq!(decoded.text, "Sofia \u{fffd} and \u{fffd}\u{fffd} Kyiv, twice \u{fffd}");
        assert_eq!(decoded.replaced, 4);
        assert_eq!(decoded.notes.len(), 1);
    }

    #[test]
    fn utf16_with_a_mark_is_read_and_said() {
        for (bytes, name) in [
            ("Да".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "UTF-16LE"),
            ("Да".encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16BE"),
        ] {
            let mark = if name == "UTF-16LE" { [0xff, 0xfe] } else { [0xfe, 0xff] };
            let decoded = decode(&[&mark[..], &bytes].concat()).unwrap();
            assert_eq!(decoded.text, "\u{feff}Да");
            assert_eq!(decoded.encoding, name);
            assert!(decoded.notes[0].contains(name));
        }
    }

    #[test]
    fn a_picture_and_an_empty_file_are_refused_with_a_reason() {
        let picture = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err().to_string();
        assert!(picture.contains("not a text"), "{picture}");
        let control: Vec<u8> = (1..32).cycle().take(500).collect();
        assert!(decode(&control).is_err());
        for empty in ["", " \n\t\r\n", "\u{feff}\n", "\u{a0}\u{200b}"] {
            assert!(decode(empty.as_bytes()).unwrap_err().to_string().contains("no text"));
        }
    }
}
