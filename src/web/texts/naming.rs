//! The words for names, and for the colours of terms, in every language of the interface.
//!
//! Apart from [`Texts`](super::Texts), which has the words of the views. Complete by
//! construction: a language that lacks one does not compile.

use crate::protocol::{Case, How, NameKind};

/// The words of one language.
pub struct Naming {
    /// How a form came to be one name with what was typed.
    pub how: fn(How) -> &'static str,
    /// A case of a name.
    pub case: fn(Case) -> &'static str,
    /// Between cases that a form may be.
    pub or: &'static str,
    /// What a name is of; nothing where that is not known.
    pub kind: fn(NameKind) -> Option<&'static str>,
    /// Switches all forms of a language that were joined with a name: the name, how.
    pub joined: fn(&str, &str) -> String,
    /// Names the choice of a colour.
    pub colour: &'static str,
}

pub(super) static ENGLISH: Naming = Naming {
    how: |how| match how {
        How::Known => "known name",
        How::Sounds => "same sounds",
        How::Whole => "part of the name",
        How::Full => "full name",
        How::SameSource => "nobody else of that surname in the source",
    },
    case: |case| match case {
        Case::Genitive => "genitive",
        Case::Dative => "dative",
        Case::Accusative => "accusative",
        Case::Instrumental => "instrumental",
        Case::Locative => "prepositional",
        Case::Vocative => "vocative",
    },
    or: " or ",
    kind: |kind| match kind {
        NameKind::Unknown => None,
        NameKind::Person => Some("person"),
        NameKind::Place => Some("place"),
        NameKind::Body => Some("organisation"),
        NameKind::Government => Some("place, also used for its government"),
    },
    joined: |name, how| format!("One name with {name}: {how}"),
    colour: "Colour",
};

pub(super) static RUSSIAN: Naming = Naming {
    how: |how| match how {
        How::Known => "известное название",
        How::Sounds => "звучит так же",
        How::Whole => "часть имени",
        How::Full => "полное имя",
        How::SameSource => "других с такой фамилией в источнике нет",
    },
    case: |case| match case {
        Case::Genitive => "родительный падеж",
        Case::Dative => "дательный падеж",
        Case::Accusative => "винительный падеж",
        Case::Instrumental => "творительный падеж",
        Case::Locative => "предложный падеж",
        Case::Vocative => "звательный падеж",
    },
    or: " или ",
    kind: |kind| match kind {
        NameKind::Unknown => None,
        NameKind::Person => Some("человек"),
        NameKind::Place => Some("место"),
        NameKind::Body => Some("организация"),
        NameKind::Government => Some("место; также о его правительстве"),
    },
    joined: |name, how| format!("Одно имя с «{name}»: {how}"),
    colour: "Цвет",
};

pub(super) static BULGARIAN: Naming = Naming {
    how: |how| match how {
        How::Known => "известно име",
        How::Sounds => "звучи по същия начин",
        How::Whole => "част от името",
        How::Full => "пълно име",
        How::SameSource => "няма друг с тази фамилия в източника",
    },
    case: |case| match case {
        Case::Genitive => "родителен падеж",
        Case::Dative => "дателен падеж",
        Case::Accusative => "винителен падеж",
        Case::Instrumental => "творителен падеж",
        Case::Locative => "предложен падеж",
        Case::Vocative => "звателен падеж",
    },
    or: " или ",
    kind: |kind| match kind {
        NameKind::Unknown => None,
        NameKind::Person => Some("човек"),
        NameKind::Place => Some("място"),
        NameKind::Body => Some("организация"),
        NameKind::Government => Some("място; също и за правителството му"),
    },
    joined: |name, how| format!("Едно име с „{name}“: {how}"),
    colour: "Цвят",
};

pub(super) static UKRAINIAN: Naming = Naming {
    how: |how| match how {
        How::Known => "відома назва",
        How::Sounds => "звучить так само",
        How::Whole => "частина імені",
        How::Full => "повне ім'я",
        How::SameSource => "інших із таким прізвищем у джерелі немає",
    },
    case: |case| match case {
        Case::Genitive => "родовий відмінок",
        Case::Dative => "давальний відмінок",
        Case::Accusative => "знахідний відмінок",
        Case::Instrumental => "орудний відмінок",
        Case::Locative => "місцевий відмінок",
        Case::Vocative => "кличний відмінок",
    },
    or: " або ",
    kind: |kind| match kind {
        NameKind::Unknown => None,
        NameKind::Person => Some("людина"),
        NameKind::Place => Some("місце"),
        NameKind::Body => Some("організація"),
        NameKind::Government => Some("місце; також про його уряд"),
    },
    joined: |name, how| format!("Одне ім'я з «{name}»: {how}"),
    colour: "Колір",
};
