//! The colours of the style sheet, checked by computing.
//!
//! Every text colour against its ground (WCAG 2.2 contrast), and every two term colours as
//! people with each kind of colour blindness see them: simulated after Machado, Oliveira
//! and Fernandes (2009), compared in OKLab (Ottosson, 2020).

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails panics"
)]

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../static/tokens.css");

/// Least distance of two term colours in OKLab, where black and white are 1 apart.
const APART: f64 = 0.1;

const SEEN_BY: [(&str, [[f64; 3]; 3]); 4] = [
    ("everybody", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "people without red cones",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "people without green cones",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "people without blue cones",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The tokens of a theme: those of `:root`, then those of the theme's own block.
fn tokens(theme: &str) -> BTreeMap<String, [f64; 3]> {
    let block = |selector: &str| {
        let start =
            STYLE.find(selector).unwrap_or_else(|| panic!("no {selector}")) + selector.len();
        let end = STYLE[start..].find('}').map_or(STYLE.len(), |end| start + end);
        STYLE[start..end].split(';').filter_map(|line| {
            let (name, value) = line.rsplit_once("--")?.1.split_once(':')?;
            Some((name.trim().to_owned(), linear(value.trim())?))
        })
    };
    let mut tokens: BTreeMap<_, _> = block(":root {").collect();
    if theme == "dark" {
        tokens.extend(block(":root[data-theme=\"dark\"] {"));
    }
    tokens
}

/// The linear light of a colour written `#rrggbb`.
fn linear(hex: &str) -> Option<[f64; 3]> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let mut colour = [0.0; 3];
    for (at, part) in colour.iter_mut().enumerate() {
        let value =
            f64::from(u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?) / 255.0;
        *part =
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) };
    }
    Some(colour)
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |colour| dot(colour, [0.2126, 0.7152, 0.0722]) + 0.05;
    let (a, b): (f64, f64) = (light(a), light(b));
    a.max(b) / a.min(b)
}

fn oklab(colour: [f64; 3]) -> [f64; 3] {
    let cones = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ]
    .map(|row| libm::cbrt(dot(row, colour).max(0.0)));
    [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ]
    .map(|row| dot(row, cones))
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    for theme in ["light", "dark"] {
        let tokens = tokens(theme);
        let mut pairs = vec![
            ("ink".to_owned(), "paper".to_owned(), 7.0),
            ("ink".into(), "panel".into(), 7.0),
            ("ink".into(), "accent-wash".into(), 7.0),
            ("soft".into(), "paper".into(), 4.5),
            ("soft".into(), "panel".into(), 4.5),
            ("accent".into(), "paper".into(), 4.5),
            ("accent".into(), "panel".into(), 4.5),
            ("on-accent".into(), "accent".into(), 4.5),
            ("soft".into(), "accent-wash".into(), 4.5),
            ("accent".into(), "accent-wash".into(), 4.5),
            ("field".into(), "paper".into(), 3.0),
            ("field".into(), "panel".into(), 3.0),
            ("field".into(), "accent-wash".into(), 3.0),
        ];
        for term in 1..=8 {
            pairs.push(("ink".into(), format!("bed-{term}"), 7.0));
            pairs.push(("on-term".into(), format!("hue-{term}"), 4.5));
            pairs.push((format!("hue-{term}"), "paper".into(), 3.0));
            pairs.push((format!("hue-{term}"), format!("bed-{term}"), 3.0));
        }
        for (text, ground, least) in pairs {
            let got = contrast(tokens[&text], tokens[&ground]);
            assert!(got >= least, "{theme}: --{text} on --{ground} has {got:.2}, needs {least}");
        }
    }
}

#[test]
fn every_two_terms_differ_for_every_kind_of_eye() {
    for theme in ["light", "dark"] {
        let tokens = tokens(theme);
        for (who, matrix) in SEEN_BY {
            let seen: Vec<[f64; 3]> = (1..=8)
                .map(|term| tokens[&format!("hue-{term}")])
                .map(|colour| oklab(matrix.map(|row| dot(row, colour).clamp(0.0, 1.0))))
                .collect();
            for (i, a) in seen.iter().enumerate() {
                for (j, b) in seen.iter().enumerate().skip(i + 1) {
                    let apart = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                    let (i, j) = (i + 1, j + 1);
                    assert!(
                        apart >= APART,
                        "{theme}: terms {i} and {j} are {apart:.3} apart for {who}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_dark_theme_is_the_same_by_system_and_by_switch() {
    let block = |selector: &str| {
        let start = STYLE.find(selector).expect(selector) + selector.len();
        let end = STYLE[start..].find('}').map_or(STYLE.len(), |end| start + end);
        STYLE[start..end].split_whitespace().collect::<String>()
    };
    assert_eq!(block(":root:not([data-theme=\"light\"]) {"), block(":root[data-theme=\"dark\"] {"));
}
