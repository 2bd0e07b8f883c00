//! The words for comparing, in Russian.
//!
//! Sentences stand as a reader of Russian would write them; counts take the right plural.
//! What each is for is said at its field.

use super::{
    super::numbers::{grouped, one_few_many},
    Comparing,
};
use crate::lang::Lang;

fn n(number: u32, one: &str, few: &str, many: &str) -> String {
    format!("{} {}", grouped(Lang::RU, number), one_few_many(number, one, few, many))
}

/// Russian.
pub static RUSSIAN: Comparing = Comparing {
    left_out: "О чём молчат",
    left_out_most: "О чём говорит большинство остальных, а этот источник нет. Почему — неизвестно: он может быть короче, старше или о другом.",
    left_out_two: "Имена, числа и темы, которые есть в другом источнике, а в этом не встречаются. Почему их нет — неизвестно.",
    nothing_left_out: "Ничего из того, о чём говорит большинство остальных.",
    not_in: |source| format!("Нет в {source}"),
    told_by_of: |told, others| format!("есть у {told} из {others} остальных"),
    a_passage: "отрывок",
    little_shared: |[a, b], tied, all| {
        format!(
            "У {a} и {b} мало общего: {tied} из {} более короткого. Возможно, они о разных событиях.",
            n(all, "отрывка", "отрывков", "отрывков")
        )
    },
    all_little: |most| {
        format!(
            "У любых двух из этих источников мало общего: не больше {}. Возможно, они о разных событиях.",
            n(most, "отрывка", "отрывков", "отрывков")
        )
    },
    which_rows: "Какие строки",
    in_all: "Во всех",
    in_several: "В нескольких",
    in_one: "Только в одном",
    told_by_all: "Говорят все",
    pick: "Выбрать этот отрывок",
    picked_one: "Выбран один отрывок. Выберите отрывок другого источника, чтобы связать их или сравнить слово за словом.",
    picked_two: "Выбраны два отрывка.",
    join: "Связать",
    break_link: "Разорвать связь",
    word_by_word: "Сравнить слово за словом",
    let_go: "Отменить выбор",
    sure: |percent| format!("уверенность {percent} %"),
    by_order: "по месту между более надёжными и по этим словам",
    by_evidence: "только по этим словам",
    taught: "Слова, усвоенные из того, что вы связали",
    taught_hint: "Они связывают и другие отрывки этого собрания. Отключите неверное.",
    taught_nothing: "Из связанного вами новых слов не вывести: слишком много возможностей.",
    your_links: "Связи, которые вы изменили",
    joined_by_you: "связаны вами",
    broken_by_you: "разорваны вами",
    take_back: "Вернуть как было",
    as_in: |source| format!("как у {source}"),
    nearest_year: "год взят по дате источника",
    counted_date: "отсчитано от даты источника",
    reported_by: |whom| format!("передано через: {whom}"),
    indirect: "пересказ",
    word_for_word: "Слово в слово",
    copied_intro: "Куски из десяти и более слов, которые есть у двух из этих источников в тех же или почти тех же словах; самые длинные сначала.",
    copied_none: "Нигде десять слов подряд не повторяются в двух из этих источников.",
    with_comments: "Также комментарии и отложенные строки",
    same_words: |same, a, b| {
        if a == b {
            format!("совпадает слов: {same} из {a}")
        } else {
            format!("совпадает слов: {same} из {a} и {b}")
        }
    },
    had_first: |source| format!("раньше у {source}"),
    first_unknown: "кто был первым, по датам не видно",
    how_they_differ: "Чем отличаются",
    whole_texts: "Тексты целиком, слово за словом",
    other_languages: "Они на разных языках: совпасть могут только имена, числа и тому подобное.",
    which_two: "Какие два",
    diff_count: |changes, share| {
        format!("{}; совпадает {share} % букв", n(changes, "отличие", "отличия", "отличий"))
    },
    same_event: "Одно событие",
    same_event_intro: "Источники, которые, вероятно, рассказывают об одном событии: у них общие имена, числа и темы, редкие у остальных. Даты помогают, где известны.",
    no_groups: "Похоже, ни одно событие не рассказано дважды.",
    n_groups: |count| {
        n(
            count,
            "событие у нескольких источников",
            "события у нескольких источников",
            "событий у нескольких источников",
        )
    },
    compare_these: "Сравнить их",
    compare_closest: |count| format!("Сравнить ближайшие: {count}"),
    only_these: "Показать только их",
    own_event: |count| {
        format!("{} о своём событии", n(count, "источник", "источника", "источников"))
    },
    days_apart: |days| {
        if days == 0 {
            "в тот же день".to_owned()
        } else {
            format!("разница {}", n(days, "день", "дня", "дней"))
        }
    },
    both_tell: "Общее:",
    nearest: |source, percent| format!("Ближайший: {source}, {percent} %"),
    closeness: "Близость",
    percent_done: |done| format!("готово {done} %"),
    cancelled: "Остановлено. Ничего не потеряно, поиск работает.",
    start: "Начать снова",
    list_of: "Что в списке",
    of_groups: "Слова источников",
    near_hits: "Слова рядом с найденным",
    near_needs_terms: "Найдите слово, чтобы увидеть, какие слова с ним соседствуют.",
    near_note: |hits, near, window| {
        format!(
            "{near} слов не дальше {window} от найденного ({}). Служебные слова не показаны.",
            n(hits, "вхождение", "вхождения", "вхождений")
        )
    },
    window: "Слов с каждой стороны",
    near_count: "Рядом",
    before_after: "До · после",
    all_count: "Всего",
    log_dice_hint: "logDice (Rychlý 2008): не больше 14, когда слова всегда вместе; на единицу больше — вдвое ближе",
    in_context: |word| format!("Искать {word} рядом с найденным"),
};
