//! The words for comparing, in Bulgarian.
//!
//! Sentences stand as a reader of Bulgarian would write them; counts take the right plural.
//! What each is for is said at its field.

use super::{
    super::numbers::{grouped, one_other},
    Comparing,
};
use crate::lang::Lang;

fn n(number: u32, one: &str, other: &str) -> String {
    format!("{} {}", grouped(Lang::BG, number), one_other(number, one, other))
}

/// Bulgarian.
pub static BULGARIAN: Comparing = Comparing {
    left_out: "Какво липсва",
    left_out_most: "Какво казват повечето други, а този източник не. Защо липсва, не се знае: може да е по-кратък, по-стар или за друго.",
    left_out_two: "Имена, числа и теми, които другият източник има, а този изобщо не споменава. Защо липсват, не се знае.",
    nothing_left_out: "Нищо от това, което казват повечето други.",
    not_in: |source| format!("Липсва в {source}"),
    told_by_of: |told, others| format!("казват го {told} от {others} други"),
    a_passage: "откъс",
    little_shared: |[a, b], tied, all| {
        format!(
            "{a} и {b} споделят малко: {tied} от {} на по-краткия. Може да разказват за различни събития.",
            n(all, "откъс", "откъса")
        )
    },
    all_little: |most| {
        format!(
            "Които и да са два от тези източници споделят малко: най-много {}. Може да разказват за различни събития.",
            n(most, "откъс", "откъса")
        )
    },
    which_rows: "Кои редове",
    in_all: "Във всички",
    in_several: "В няколко",
    in_one: "Само в един",
    told_by_all: "Казват всички",
    pick: "Избор на този откъс",
    picked_one: "Избран е един откъс. Изберете откъс от друг източник, за да ги свържете или сравните дума по дума.",
    picked_two: "Избрани са два откъса.",
    join: "Свързване",
    break_link: "Прекъсване на връзката",
    word_by_word: "Сравняване дума по дума",
    let_go: "Отказ от избора",
    sure: |percent| format!("сигурност {percent} %"),
    by_order: "по мястото между по-сигурни и по тези думи",
    by_evidence: "само по тези думи",
    taught: "Думи, научени от това, което свързахте",
    taught_hint: "Те свързват и други откъси от сбирката. Изключете грешното.",
    taught_nothing: "От свързаното не се научават думи: твърде много може да са двойка.",
    your_links: "Връзки, които променихте",
    joined_by_you: "свързани от вас",
    broken_by_you: "прекъснати от вас",
    take_back: "Връщане",
    as_in: |source| format!("както в {source}"),
    nearest_year: "годината е по датата на източника",
    counted_date: "пресметнато от датата на източника",
    reported_by: |whom| format!("предадено чрез: {whom}"),
    indirect: "преразказ",
    word_for_word: "Дума по дума",
    copied_intro: "Части от десет и повече думи, които два от тези източника имат със същите или почти същите думи; най-дългите първо.",
    copied_none: "Никъде десет поредни думи не се повтарят в два от тези източници.",
    with_comments: "Също коментари и отделени редове",
    same_words: |same, a, b| {
        if a == b {
            format!("съвпадат {same} от {}", n(a, "дума", "думи"))
        } else {
            format!("съвпадат {same} думи от {a} и {b}")
        }
    },
    had_first: |source| format!("първо в {source}"),
    first_unknown: "кой е бил пръв, по датите не личи",
    how_they_differ: "По какво се различават",
    whole_texts: "Целите текстове, дума по дума",
    other_languages: "Те са на различни езици: могат да съвпаднат само имена, числа и подобни.",
    which_two: "Кои два",
    diff_count: |changes, share| {
        format!("{}; съвпадат {share} % от буквите", n(changes, "разлика", "разлики"))
    },
    same_event: "Едно събитие",
    same_event_intro: "Източници, които вероятно разказват за едно събитие: имат общи имена, числа и теми, редки при останалите. Датите помагат, където са известни.",
    no_groups: "Изглежда, никое събитие не е разказано два пъти.",
    n_groups: |count| n(count, "събитие при няколко източника", "събития при няколко източника"),
    compare_these: "Сравняване",
    compare_closest: |count| format!("Сравняване на най-близките {count}"),
    only_these: "Показване само на тях",
    own_event: |count| format!("{} за свое събитие", n(count, "източник", "източника")),
    days_apart: |days| {
        if days == 0 {
            "същия ден".to_owned()
        } else {
            format!("{} разлика", n(days, "ден", "дни"))
        }
    },
    both_tell: "Общо:",
    nearest: |source, percent| format!("Най-близък: {source}, {percent} %"),
    closeness: "Близост",
    percent_done: |done| format!("готово {done} %"),
    cancelled: "Спряно. Нищо не е загубено, търсенето работи.",
    start: "Започване отново",
    list_of: "Какво се изброява",
    of_groups: "Думи на източниците",
    near_hits: "Думи до намереното",
    near_needs_terms: "Потърсете дума, за да видите с кои думи върви.",
    near_note: |hits, near, window| {
        format!(
            "{near} думи на до {window} от намереното ({}). Служебните думи не са показани.",
            n(hits, "съвпадение", "съвпадения")
        )
    },
    window: "Думи от всяка страна",
    near_count: "До него",
    before_after: "Преди · след",
    all_count: "Общо",
    log_dice_hint: "logDice (Rychlý 2008): най-много 14, когато думите винаги са заедно; единица повече е двойно по-близо",
    in_context: |word| format!("Търсене на {word} до намереното"),
};
