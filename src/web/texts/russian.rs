//! The interface in Russian.

use super::{
    Texts,
    numbers::{grouped, one_few_many},
};
use crate::{lang::Lang, protocol::Why, source::BlockKind, state::Notice};

const GAP: &str = "\u{202f}";

fn n(number: u32, one: &str, few: &str, many: &str) -> String {
    format!("{} {}", grouped(number, GAP), one_few_many(number, one, few, many))
}

fn hits(count: u32) -> String {
    n(count, "совпадение", "совпадения", "совпадений")
}

/// Russian.
pub static RUSSIAN: Texts = Texts {
    lang: Lang::RU,
    name: "Русский",
    thousands: GAP,
    months: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    months_alone: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    day_month_year: |day, month, year| format!("{day} {month} {year} г."),
    month_year: |month, year| format!("{month} {year} г."),
    language: |lang| match lang.code() {
        "en" => Some("английский"),
        "ru" => Some("русский"),
        "bg" => Some("болгарский"),
        "uk" => Some("украинский"),
        "und" => Some("неизвестный"),
        _ => None,
    },
    skip: "Перейти к тексту",
    opening: "Открываем собрание…",
    trouble: "Что-то пошло не так",
    again: "Попробовать снова",
    notice: |notice| match notice {
        Notice::AddressVersion(version) => {
            format!("Адрес версии «{version}» этой странице незнаком.")
        }
        Notice::AddressPart(part) => format!("Эта часть адреса пропущена: «{part}»."),
        Notice::UnknownSource(id) => format!("В собрании нет источника «{id}»."),
        Notice::TooMany(most) => format!("Больше {most} сразу не помещается."),
        Notice::Restarted => "Поиск остановился и был запущен заново.".to_owned(),
        Notice::WithoutWorker => {
            "Браузер не даёт странице помощника: при долгой работе возможны паузы.".to_owned()
        }
        Notice::Unreadable(why) => format!("Собрание не открывается: {why}"),
        Notice::Refused(why) => format!("Не получилось: {why}"),
    },
    notices: "Сообщения",
    search: "Искать во всех источниках",
    search_hint: "Слово на любом языке",
    add: "Добавить",
    terms: "Искомые слова",
    suggestions: "Подсказки",
    remove: |what| format!("Убрать: {what}"),
    forms_of: |term| format!("Формы слова «{term}»"),
    forms_hint: "Все формы, которые считаются этим словом. Лишнее можно отключить.",
    no_forms: "Ни в одном источнике этого слова нет.",
    why: |why| match why {
        Why::Exact => "как набрано",
        Why::Spelling => "написание",
        Why::Inflection => "форма слова",
        Why::Prefix => "то же начало",
        Why::Name => "имя",
        Why::Concept => "та же тема",
    },
    via: |word| format!("через «{word}»"),
    all_on: "Включить все",
    close: "Закрыть",
    share: "Поделиться",
    copied: "Адрес скопирован",
    copy_yourself: "Скопируйте адрес:",
    interface_language: "Язык страницы",
    theme: "Тема",
    theme_auto: "Как в системе",
    theme_light: "Светлая",
    theme_dark: "Тёмная",
    views: "Виды",
    sources: "Источники",
    read: "Чтение",
    hits: "Совпадения",
    compare: "Сравнение",
    panel: "Источники и фильтры",
    panel_button: |shown, all| {
        let of = if all % 10 == 1 && all % 100 != 11 {
            "источника"
        } else {
            "источников"
        };
        format!("Фильтры · {} из {} {of}", grouped(shown, GAP), grouped(all, GAP))
    },
    facet_lang: "Язык",
    facet_outlet: "Издание",
    facet_year: "Год",
    facet_kind: "Часть текста",
    more: |rest| format!("Ещё {}", grouped(rest, GAP)),
    fewer: "Меньше",
    filters: "Включённые фильтры",
    clear_all: "Сбросить все",
    chosen_sources: |count| {
        n(count, "выбранный источник", "выбранных источника", "выбранных источников")
    },
    date_range: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("{from} — {to}"),
        (Some(from), None) => format!("с {from}"),
        (None, Some(to)) => format!("до {to}"),
        (None, None) => "любая дата".to_owned(),
    },
    nothing_left: "Ни один источник не проходит через эти фильтры.",
    emptied_by: |filter| format!("Без фильтра «{filter}» источники найдутся."),
    kind: |kind| match kind {
        BlockKind::Headline => "Заголовок",
        BlockKind::Lead => "Вводка",
        BlockKind::Paragraph => "Абзац",
        BlockKind::Subheading => "Подзаголовок",
        BlockKind::List => "Список",
        BlockKind::Quote => "Цитата",
        BlockKind::Caption => "Подпись",
        BlockKind::Comment => "Комментарий",
        BlockKind::Credit => "Авторство",
        BlockKind::Tags => "Метки",
        BlockKind::Boilerplate => "Отложено",
    },
    n_sources: |count| n(count, "источник", "источника", "источников"),
    n_hits: hits,
    n_words: |count| n(count, "слово", "слова", "слов"),
    n_comments: |count| n(count, "комментарий", "комментария", "комментариев"),
    n_passages: |count| n(count, "отрывок", "отрывка", "отрывков"),
    hits_in_sources: |count, sources| {
        format!("{} в {}", hits(count), n(sources, "источнике", "источниках", "источниках"))
    },
    hits_of: |count, term| format!("{}: {term}", hits(count)),
    open_original: "Открыть оригинал",
    original: "Оригинал",
    undated: "без даты",
    unknown_outlet: "Издание неизвестно",
    date_from: |reason| format!("Дата: {reason}"),
    read_source: |title| format!("Читать: {title}"),
    hit_bar: |_| "Где в тексте совпадения".to_owned(),
    choose_source: "Выберите источник для чтения.",
    previous_source: "Предыдущий источник",
    next_source: "Следующий источник",
    previous_hit: "Предыдущее совпадение",
    next_hit: "Следующее совпадение",
    add_to_compare: "Сравнить с другим",
    hit_of: |at, all| {
        format!("{} из {}", grouped(at, GAP), n(all, "совпадения", "совпадений", "совпадений"))
    },
    no_hits_here: "Здесь совпадений нет",
    set_aside: |count| format!("Отложено: {}", n(count, "строка", "строки", "строк")),
    comments: "Комментарии",
    answer_depth: |depth| format!("Ответ, уровень {depth}"),
    no_terms: "Найдите слово, и здесь появятся все строки с ним и его окружением.",
    no_hits: "В показанных источниках этих слов нет.",
    go_to_passage: "Перейти к отрывку",
    loading: "Загружается…",
    left_source: "Источник слева",
    right_source: "Источник справа",
    swap: "Поменять местами",
    names: "Имена",
    concepts: "Темы",
    words: "Слова",
    figures: "Числа",
    in_both: "В обоих",
    only_in: |source| format!("Только в {source}"),
    passages: "Отрывки рядом",
    told_by_both: "Рассказывают оба",
    tied_by: "Общее",
    make_term: |word| format!("Искать: {word}"),
    compare_needs_two: "Для сравнения нужны два источника.",
    what_they_share: "Что общего, а что нет",
    none: "Нет",
    help: "Справка",
    keys: &[
        ("/", "Поиск"),
        ("1 – 4", "Источники, Чтение, Совпадения, Сравнение"),
        ("n  p", "Следующее и предыдущее совпадение"),
        ("]  [", "Следующий и предыдущий источник"),
        ("?", "Эта справка"),
        ("Esc", "Закрыть открытое"),
    ],
    query_help: "Что можно искать",
    queries: &[
        ("санкции", "слово: все его формы на всех языках"),
        ("\"чёрный список\"", "словосочетание"),
        ("=визит", "именно эта форма"),
        ("диплом*", "слова с таким началом"),
    ],
    silence: "То, что вы здесь читаете и набираете, не покидает эту страницу.",
};
