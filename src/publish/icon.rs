//! The icon: two columns that tell the same in different words.
//!
//! One drawing of rectangles on a grid of 64, as SVG and, for systems that want pixels, as
//! PNG. It fills its square, and what is drawn stays within the inner four fifths, so that
//! a system may cut it to any shape.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};

use crate::error::{Error, Kind, Result};

/// Left, top, width, height, colour; later ones cover earlier ones.
const DRAWING: [([u8; 4], [u8; 3]); 7] = [
    ([0, 0, 64, 64], [0xfd, 0xfc, 0xfa]),
    ([12, 17, 18, 6], [0x5d, 0x58, 0x50]),
    ([12, 29, 18, 6], [0x5d, 0x58, 0x50]),
    ([12, 41, 12, 6], [0x5d, 0x58, 0x50]),
    ([34, 17, 18, 6], [0xb3, 0x40, 0x1f]),
    ([34, 29, 18, 6], [0xb3, 0x40, 0x1f]),
    ([34, 41, 15, 6], [0xb3, 0x40, 0x1f]),
];

/// As SVG.
#[must_use]
pub fn svg() -> String {
    let mut svg = String::from(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">"#,
    );
    for ([x, y, width, height], [r, g, b]) in DRAWING {
        svg.push_str(&format!(
            r##"<path fill="#{r:02x}{g:02x}{b:02x}" d="M{x} {y}h{width}v{height}h-{width}z"/>"##
        ));
    }
    svg + "</svg>\n"
}

/// As PNG, `side` pixels wide and high; sharp where `side` is a multiple of 64.
///
/// # Errors
/// When it cannot be compressed.
pub fn png(side: u32) -> Result<Vec<u8>> {
    let mut rows = Vec::new();
    for y in 0..side {
        // The filter of the row: none.
        rows.push(0);
        for x in 0..side {
            rows.extend(colour(x * 64 / side, y * 64 / side));
        }
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(&rows).and_then(|()| encoder.finish());
    let packed =
        packed.map_err(|error| Error::new(Kind::File, format!("cannot compress: {error}")))?;
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    // Eight bits of red, green and blue each; one way of compressing, filtering, ordering.
    let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"IDAT", &packed);
    chunk(&mut png, *b"IEND", &[]);
    Ok(png)
}

fn colour(x: u32, y: u32) -> [u8; 3] {
    let covers = |[left, top, width, height]: [u8; 4]| {
        let within = |at: u32, from: u8, length: u8| {
            (u32::from(from)..u32::from(from) + u32::from(length)).contains(&at)
        };
        within(x, left, width) && within(y, top, height)
    };
    let last = DRAWING.iter().rev().find(|(place, _)| covers(*place));
    last.map_or([0; 3], |(_, colour)| *colour)
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    png.extend(length.to_be_bytes());
    let mut crc = Crc::new();
    for part in [&name[..], data] {
        crc.update(part);
        png.extend(part);
    }
    png.extend(crc.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::{colour, png, svg};

    #[test]
    fn both_show_the_same_drawing() {
        assert!(svg().contains("<path fill=\"#b3401f\" d=\"M34 17h18v6h-18z\"/>"));
        assert_eq!(colour(34, 17), [0xb3, 0x40, 0x1f]);
        assert_eq!(colour(33, 17), [0xfd, 0xfc, 0xfa]);
    }

    #[test]
    fn a_png_says_its_size_and_ends_with_the_checksum_of_every_end() {
        let png = png(192).unwrap();
        assert_eq!(png[16..24], [0, 0, 0, 192, 0, 0, 0, 192]);
        assert!(png.ends_with(b"IEND\xae\x42\x60\x82"), "the checksum that the format fixes");
    }
}
