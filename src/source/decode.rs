//! Bytes to text.
//!
//! In: a file's bytes and, where something states it, their encoding. Out: the text, the
//! encoding it was read as and why, and how many broken sequences became U+FFFD. UTF-8
//! keeps its byte order mark and its line ends, so the text is the file, byte for byte. A
//! byte order mark decides, then UTF-8 that has no fault, then what is stated, then the
//! letters themselves (encodings and their names: WHATWG Encoding Standard). Bytes that are
//! no text are refused. What the text means is for the stages after this one.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_5, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

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
    decode_as(bytes, None)
}

/// Decodes `bytes` of which a header or a tag states the encoding `label`.
pub(super) fn decode_as(bytes: &[u8], label: Option<&str>) -> Result<Decoded> {
    let decoded = read(bytes, label);
    refuse_binary(&decoded.text)?;
    if decoded.text.chars().all(super::is_space) {
        return Err(Error::new(Kind::Input, "the file has no text")
            .advise("check that the file was saved completely"));
    }
    Ok(decoded)
}

fn read(bytes: &[u8], label: Option<&str>) -> Decoded {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_8 => return utf8(bytes),
        Some((encoding, mark)) => {
            let why = "its byte order mark says so";
            let mut decoded = legacy(&bytes[mark..], encoding, why);
            // The mark stays in the text, as it does in UTF-8.
            decoded.text.insert(0, '\u{feff}');
            return decoded;
        }
        None => {}
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return legacy(bytes, encoding, "every other byte is that of a letter's block");
    }
    if std::str::from_utf8(bytes).is_ok() {
        return utf8(bytes);
    }
    let stated = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // A label that could be read says of itself that the text is not UTF-16.
    let usable = |encoding| ![UTF_8, UTF_16LE, UTF_16BE, REPLACEMENT].contains(&encoding);
    match stated {
        Some(encoding) if usable(encoding) => legacy(bytes, encoding, "it is stated so"),
        _ if mostly_utf8(bytes) => utf8(bytes),
        _ => legacy(bytes, sniff(bytes), "its letters fit that best"),
    }
}

/// Whether what is beyond ASCII is UTF-8 more often than not: such a file is damaged, not of
/// another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// How many bytes are enough to sniff by.
const SNIFFED: usize = 64 * 1024;

fn sniff(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SNIFFED)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector has browsers in mind and takes ISO 8859-5 for rarer than it is in archives;
    // both read Cyrillic, so the one whose text has fewer capitals within words is right.
    if guess.name().starts_with("windows-125") && odd(bytes, ISO_8859_5) * 4 < odd(bytes, guess) {
        return ISO_8859_5;
    }
    guess
}

/// How many letters of the sample stand as no word is written: a capital after a small
/// letter, or a Cyrillic letter beside a sign that is no punctuation.
fn odd(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(&bytes[..bytes.len().min(SNIFFED)]);
    let chars: Vec<char> = text.chars().collect();
    let is_odd = |two: &[char]| {
        (two[0].is_lowercase() && two[1].is_uppercase())
            || two.iter().any(|c| c.is_control() && !c.is_whitespace())
            || (two[0].is_alphabetic() && !two[1].is_ascii() && !two[1].is_alphabetic())
    };
    chars.windows(2).filter(|two| is_odd(two)).count()
}

/// UTF-16 without a mark: in a text of Latin or Cyrillic letters one byte of each pair is
/// almost always 0 or 4, and the other hardly ever.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, odd) = bytes[..bytes.len().min(SNIFFED) & !1].as_chunks::<2>();
    if pairs.len() < 8 || !odd.is_empty() {
        return None;
    }
    let high = |at: usize| pairs.iter().filter(|pair| matches!(pair[at], 0 | 4 | 0x20)).count();
    let nul = |at: usize| pairs.iter().any(|pair| pair[at] == 0);
    let most = pairs.len() * 9 / 10;
    match (high(0), high(1)) {
        (first, second) if second >= most && first * 2 < second && nul(1) => Some(UTF_16LE),
        (first, second) if first >= most && second * 2 < first && nul(0) => Some(UTF_16BE),
        _ => None,
    }
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

fn legacy(bytes: &[u8], encoding: &'static Encoding, why: &str) -> Decoded {
    let (text, had_faults) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let replaced = if had_faults { text.matches('\u{fffd}').count() } else { 0 };
    let name = encoding.name();
    let mut notes = vec![format!("The file is {name} ({why}); its text is kept as UTF-8.")];
    if replaced > 0 {
        notes.push(format!("{replaced} broken {name} sequences were replaced by U+FFFD."));
    }
    Decoded { text, encoding: name, replaced: u32::try_from(replaced).unwrap_or(u32::MAX), notes }
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
    // Eight bits of chance give a control character in every eighth or ninth place.
    if nul || odd * 20 > all || (odd + broken) * 10 > all * 3 {
        let why = if nul { "it has NUL bytes" } else { "most of it is no readable characters" };
        return Err(Error::new(Kind::Input, format!("the file is not a text: {why}"))
            .advise("save the source as plain text in UTF-8"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_as};

    const TELLINGS: [(&str, &str); 4] = [
        (
            "windows-1251",
            "Президенты двух стран говорили по телефону почти час и ничего не решили. Об этом сообщили журналистам в Москве.",
        ),
        (
            "koi8-u",
            "Президенты двух стран говорили по телефону почти час и ничего не решили. Об этом сообщили журналистам в Москве.",
        ),
        (
            "windows-1251",
            "Двамата президенти разговаряха по телефона почти един час, съобщиха от пресслужбата. Темата беше войната.",
        ),
        (
            "iso-8859-5",
            "Президенты двух стран говорили по телефону почти час и ничего не решили. Об этом сообщили журналистам в Москве.",
        ),
    ];

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
    }

    #[test]
    fn the_byte_order_mark_and_carriage_returns_stay() {
        let file = "\u{feff}One.\r\nTwo.\r\n";
        let decoded = decode(file.as_bytes()).unwrap();
        assert_eq!(decoded.text, file);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 0));
    }

    #[test]
    fn broken_utf8_is_replaced_and_counted() {
        let broken = ["София ".as_bytes(), b"\xd0 and \xff", "Київ".as_bytes(), b" \xd1"].concat();
        let decoded = decode(&broken).unwrap();
        assert_eq!(decoded.text, "София \u{fffd} and \u{fffd}Київ \u{fffd}");
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 3));
        assert_eq!(decoded.notes.len(), 1);
    }

    #[test]
    fn old_cyrillic_encodings_are_known_by_their_letters_and_said() {
        for (label, text) in TELLINGS {
            let decoded = decode(&encoded(label, text)).unwrap();
            assert_eq!(decoded.text, text, "{label} was read as {}", decoded.encoding);
            assert!(decoded.notes[0].contains(decoded.encoding), "{:?}", decoded.notes);
        }
    }

    #[test]
    fn a_stated_encoding_decides_unless_the_bytes_are_utf8() {
        let short = encoded("koi8-r", "Да");
        assert_eq!(decode_as(&short, Some(" KOI8-R ")).unwrap().text, "Да");
        assert_eq!(decode_as("Да".as_bytes(), Some("windows-1251")).unwrap().text, "Да");
        assert_eq!(decode_as(b"Yes", Some("no such encoding")).unwrap().text, "Yes");
    }

    #[test]
    fn utf16_is_read_with_a_mark_and_without_and_said() {
        let text = "Да, the talks went on until the evening.";
        for (bytes, name) in [
            (text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "UTF-16LE"),
            (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16BE"),
        ] {
            let mark = if name == "UTF-16LE" { [0xff, 0xfe] } else { [0xfe, 0xff] };
            let decoded = decode(&[&mark[..], &bytes].concat()).unwrap();
            assert_eq!(decoded.text, format!("\u{feff}{text}"));
            assert_eq!(decoded.encoding, name);
            assert!(decoded.notes[0].contains(name));
            let unmarked = decode(&bytes).unwrap();
            assert_eq!((unmarked.text.as_str(), unmarked.encoding), (text, name));
        }
    }

    #[test]
    fn a_picture_and_an_empty_file_are_refused_with_a_reason() {
        let picture = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err().to_string();
        assert!(picture.contains("not a text"), "{picture}");
        let control: Vec<u8> = (1..32).cycle().take(500).collect();
        assert!(decode(&control).is_err());
        let chance: Vec<u8> =
            (1..=255).map(|n: u8| n.wrapping_mul(157)).filter(|n| *n != 0).collect();
        assert!(decode(&chance).is_err());
        for empty in ["", " \n\t\r\n", "\u{feff}\n", "\u{a0}\u{200b}"] {
            assert!(decode(empty.as_bytes()).unwrap_err().to_string().contains("no text"));
        }
    }
}
