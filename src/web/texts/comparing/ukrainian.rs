//! The words for comparing, in Ukrainian.
//!
//! Sentences stand as a reader of Ukrainian would write them; counts take the right plural.
//! What each is for is said at its field.

use super::{
    super::numbers::{grouped, one_few_many},
    Comparing,
};
use crate::lang::Lang;

fn n(number: u32, one: &str, few: &str, many: &str) -> String {
    format!("{} {}", grouped(Lang::UK, number), one_few_many(number, one, few, many))
}

/// Ukrainian.
pub static UKRAINIAN: Comparing = Comparing {
    left_out: "Про що мовчать",
    left_out_most: "Про що говорить більшість інших, а це джерело ні. Чому — невідомо: воно може бути коротшим, давнішим або про інше.",
    left_out_two: "Імена, числа й теми, які є в іншому джерелі, а в цьому не трапляються. Чому їх немає — невідомо.",
    nothing_left_out: "Нічого з того, про що говорить більшість інших.",
    not_in: |source| format!("Немає в {source}"),
    told_by_of: |told, others| format!("є в {told} з {others} інших"),
    a_passage: "уривок",
    little_shared: |[a, b], tied, all| {
        format!(
            "У {a} та {b} мало спільного: {tied} з {} коротшого. Можливо, вони про різні події.",
            n(all, "уривка", "уривків", "уривків")
        )
    },
    all_little: |most| {
        format!(
            "У будь-яких двох із цих джерел мало спільного: не більше {}. Можливо, вони про різні події.",
            n(most, "уривка", "уривків", "уривків")
        )
    },
    which_rows: "Які рядки",
    in_all: "В усіх",
    in_several: "У кількох",
    in_one: "Лише в одному",
    told_by_all: "Кажуть усі",
    pick: "Вибрати цей уривок",
    picked_one: "Вибрано один уривок. Виберіть уривок іншого джерела, щоб пов’язати їх або порівняти слово за словом.",
    picked_two: "Вибрано два уривки.",
    join: "Пов’язати",
    break_link: "Розірвати зв’язок",
    word_by_word: "Порівняти слово за словом",
    let_go: "Скасувати вибір",
    sure: |percent| format!("певність {percent} %"),
    by_order: "за місцем між певнішими та за цими словами",
    by_evidence: "лише за цими словами",
    taught: "Слова, засвоєні з того, що ви пов’язали",
    taught_hint: "Вони пов’язують й інші уривки цієї добірки. Вимкніть хибне.",
    taught_nothing: "Із пов’язаного вами нових слів не вивести: забагато можливостей.",
    your_links: "Зв’язки, які ви змінили",
    joined_by_you: "пов’язані вами",
    broken_by_you: "розірвані вами",
    take_back: "Повернути як було",
    as_in: |source| format!("як у {source}"),
    nearest_year: "рік узято за датою джерела",
    counted_date: "відлічено від дати джерела",
    reported_by: |whom| format!("передано через: {whom}"),
    indirect: "переказ",
    word_for_word: "Слово в слово",
    copied_intro: "Частини з десяти й більше слів, які є у двох із цих джерел тими самими чи майже тими самими словами; найдовші спершу.",
    copied_none: "Ніде десять слів поспіль не повторюються у двох із цих джерел.",
    with_comments: "Також коментарі й відкладені рядки",
    same_words: |same, a, b| {
        if a == b {
            format!("збігається слів: {same} із {a}")
        } else {
            format!("збігається слів: {same} із {a} та {b}")
        }
    },
    had_first: |source| format!("раніше в {source}"),
    first_unknown: "хто був першим, за датами не видно",
    how_they_differ: "Чим відрізняються",
    whole_texts: "Тексти повністю, слово за словом",
    other_languages: "Вони різними мовами: збігтися можуть лише імена, числа тощо.",
    which_two: "Які два",
    diff_count: |changes, share| {
        format!(
            "{}; збігається {share} % літер",
            n(changes, "відмінність", "відмінності", "відмінностей")
        )
    },
    same_event: "Одна подія",
    same_event_intro: "Джерела, які, ймовірно, розповідають про одну подію: у них спільні імена, числа й теми, рідкісні в решти. Дати допомагають, де відомі.",
    no_groups: "Схоже, жодну подію не розказано двічі.",
    n_groups: |count| {
        n(count, "подія в кількох джерелах", "події в кількох джерелах", "подій у кількох джерелах")
    },
    compare_these: "Порівняти їх",
    compare_closest: |count| format!("Порівняти найближчі: {count}"),
    only_these: "Показати лише їх",
    own_event: |count| format!("{} про свою подію", n(count, "джерело", "джерела", "джерел")),
    days_apart: |days| {
        if days == 0 {
            "того самого дня".to_owned()
        } else {
            format!("різниця {}", n(days, "день", "дні", "днів"))
        }
    },
    both_tell: "Спільне:",
    nearest: |source, percent| format!("Найближче: {source}, {percent} %"),
    closeness: "Близькість",
    percent_done: |done| format!("готово {done} %"),
    cancelled: "Зупинено. Нічого не втрачено, пошук працює.",
    start: "Почати знову",
    list_of: "Що в списку",
    of_groups: "Слова джерел",
    near_hits: "Слова поруч зі знайденим",
    near_needs_terms: "Знайдіть слово, щоб побачити, з якими словами воно сусідить.",
    near_note: |hits, near, window| {
        format!(
            "{near} слів не далі ніж {window} від знайденого ({}). Службових слів не показано.",
            n(hits, "збіг", "збіги", "збігів")
        )
    },
    window: "Слів з кожного боку",
    near_count: "Поруч",
    before_after: "Перед · після",
    all_count: "Усього",
    log_dice_hint: "logDice (Rychlý 2008): не більше 14, коли слова завжди разом; на одиницю більше — удвічі ближче",
    in_context: |word| format!("Шукати {word} поруч зі знайденим"),
};
