//! What the items of a source are called, and how sure a conclusion is, in every language.
//!
//! In: an item, a confidence. Out: its words. Complete by construction: an item without a word
//! does not compile. The words around them are for `workshop`.

use crate::source::{Confidence, Item};

/// In English.
pub(super) const fn english_item(item: Item) -> &'static str {
    match item {
        Item::Title => "Headline",
        Item::Outlet => "Outlet",
        Item::Authors => "Authors (with ; between)",
        Item::Date => "Published",
        Item::Updated => "Changed",
        Item::Captured => "Saved",
        Item::Url => "Address",
        Item::Origin => "Taken or translated from",
        Item::Lang => "Language",
    }
}

/// In English.
pub(super) const fn english_sure(sure: Confidence) -> &'static str {
    match sure {
        Confidence::Guessed => "a guess",
        Confidence::Likely => "likely",
        Confidence::Stated => "stated",
    }
}

/// In Russian.
pub(super) const fn russian_item(item: Item) -> &'static str {
    match item {
        Item::Title => "Заголовок",
        Item::Outlet => "Издание",
        Item::Authors => "Авторы (через ;)",
        Item::Date => "Опубликовано",
        Item::Updated => "Изменено",
        Item::Captured => "Сохранено",
        Item::Url => "Адрес",
        Item::Origin => "Откуда взято или переведено",
        Item::Lang => "Язык",
    }
}

/// In Russian.
pub(super) const fn russian_sure(sure: Confidence) -> &'static str {
    match sure {
        Confidence::Guessed => "догадка",
        Confidence::Likely => "вероятно",
        Confidence::Stated => "указано",
    }
}

/// In Bulgarian.
pub(super) const fn bulgarian_item(item: Item) -> &'static str {
    match item {
        Item::Title => "Заглавие",
        Item::Outlet => "Издание",
        Item::Authors => "Автори (разделени с ;)",
        Item::Date => "Публикувано",
        Item::Updated => "Променено",
        Item::Captured => "Запазено",
        Item::Url => "Адрес",
        Item::Origin => "Откъде е взето или преведено",
        Item::Lang => "Език",
    }
}

/// In Bulgarian.
pub(super) const fn bulgarian_sure(sure: Confidence) -> &'static str {
    match sure {
        Confidence::Guessed => "предположение",
        Confidence::Likely => "вероятно",
        Confidence::Stated => "посочено",
    }
}

/// In Ukrainian.
pub(super) const fn ukrainian_item(item: Item) -> &'static str {
    match item {
        Item::Title => "Заголовок",
        Item::Outlet => "Видання",
        Item::Authors => "Автори (через ;)",
        Item::Date => "Опубліковано",
        Item::Updated => "Змінено",
        Item::Captured => "Збережено",
        Item::Url => "Адреса",
        Item::Origin => "Звідки взято або перекладено",
        Item::Lang => "Мова",
    }
}

/// In Ukrainian.
pub(super) const fn ukrainian_sure(sure: Confidence) -> &'static str {
    match sure {
        Confidence::Guessed => "здогад",
        Confidence::Likely => "імовірно",
        Confidence::Stated => "зазначено",
    }
}
