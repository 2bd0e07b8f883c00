//! Numbers in words: plural rules and grouped digits.
//!
//! In: a count and the forms of a noun. Out: the form that the language asks for, after
//! the Unicode CLDR plural rules for whole numbers. Texts do not belong here.

/// English and Bulgarian: `one` for 1, else `other`.
#[must_use]
pub const fn one_other<'a>(number: u32, one: &'a str, other: &'a str) -> &'a str {
    if number == 1 { one } else { other }
}

/// Russian and Ukrainian: 1, 21, 101 take `one`; 2–4, 22–24 take `few`; the rest, with
/// 11–14, takes `many`.
#[must_use]
pub const fn one_few_many<'a>(number: u32, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// The digits of a number in groups of three.
#[must_use]
pub fn grouped(number: u32, between: &str) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + 3 * between.len());
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(between);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_from_the_right() {
        assert_eq!(grouped(7, ","), "7");
        assert_eq!(grouped(2219, ","), "2,219");
        assert_eq!(grouped(1_234_567, " "), "1 234 567");
    }
}
