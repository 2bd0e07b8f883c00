//! The interface in Ukrainian.

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
    n(count, "збіг", "збіги", "збігів")
}

/// Ukrainian.
pub static UKRAINIAN: Texts = Texts {
    lang: Lang::UK,
    name: "Українська",
    thousands: GAP,
    months: [
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
        "жовтня", "листопада", "грудня",
    ],
    months_alone: ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"],
    day_month_year: |day, month, year| format!("{day} {month} {year} р."),
    month_year: |month, year| format!("{month} {year} р."),
    language: |lang| match lang.code() {
        "en" => Some("англійська"),
        "ru" => Some("російська"),
        "bg" => Some("болгарська"),
        "uk" => Some("українська"),
        "und" => Some("невідома"),
        _ => None,
    },
    skip: "Перейти до тексту",
    opening: "Відкриваємо збірку…",
    trouble: "Щось пішло не так",
    again: "Спробувати ще раз",
    notice: |notice| match notice {
        Notice::AddressVersion(version) => {
            format!("Адреса версії «{version}» цій сторінці незнайома.")
        }
        Notice::AddressPart(part) => format!("Цю частину адреси пропущено: «{part}»."),
        Notice::UnknownSource(id) => format!("У збірці немає джерела «{id}»."),
        Notice::TooMany(most) => format!("Більше ніж {most} одразу не вміщається."),
        Notice::Restarted => "Пошук зупинився, його запущено знову.".to_owned(),
        Notice::WithoutWorker => {
            "Браузер не дає сторінці помічника: довга робота може спричиняти паузи.".to_owned()
        }
        Notice::Unreadable(why) => format!("Збірка не відкривається: {why}"),
        Notice::Refused(why) => format!("Не вдалося: {why}"),
    },
    notices: "Повідомлення",
    search: "Шукати в усіх джерелах",
    search_hint: "Слово будь-якою мовою",
    add: "Додати",
    terms: "Шукані слова",
    suggestions: "Підказки",
    remove: |what| format!("Прибрати: {what}"),
    forms_of: |term| format!("Форми слова «{term}»"),
    forms_hint: "Усі форми, які вважаються цим словом. Зайве можна вимкнути.",
    no_forms: "У жодному джерелі цього слова немає.",
    why: |why| match why {
        Why::Exact => "як набрано",
        Why::Spelling => "написання",
        Why::Inflection => "форма слова",
        Why::Prefix => "той самий початок",
        Why::Name => "ім’я",
        Why::Concept => "та сама тема",
    },
    via: |word| format!("через «{word}»"),
    all_on: "Увімкнути всі",
    close: "Закрити",
    share: "Поділитися",
    copied: "Адресу скопійовано",
    copy_yourself: "Скопіюйте адресу:",
    interface_language: "Мова сторінки",
    theme: "Тема",
    theme_auto: "Як у системі",
    theme_light: "Світла",
    theme_dark: "Темна",
    views: "Вигляди",
    sources: "Джерела",
    read: "Читання",
    hits: "Збіги",
    compare: "Порівняння",
    panel: "Джерела та фільтри",
    panel_button: |shown, all| {
        let of = if all % 10 == 1 && all % 100 != 11 { "джерела" } else { "джерел" };
        format!("Фільтри · {} із {} {of}", grouped(shown, GAP), grouped(all, GAP))
    },
    facet_lang: "Мова",
    facet_outlet: "Видання",
    facet_year: "Рік",
    facet_kind: "Частина тексту",
    more: |rest| format!("Ще {}", grouped(rest, GAP)),
    fewer: "Менше",
    filters: "Увімкнені фільтри",
    clear_all: "Скинути всі",
    chosen_sources: |count| n(count, "вибране джерело", "вибрані джерела", "вибраних джерел"),
    date_range: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("{from} — {to}"),
        (Some(from), None) => format!("від {from}"),
        (None, Some(to)) => format!("до {to}"),
        (None, None) => "будь-яка дата".to_owned(),
    },
    nothing_left: "Жодне джерело не проходить крізь ці фільтри.",
    emptied_by: |filter| format!("Без фільтра «{filter}» джерела знайдуться."),
    kind: |kind| match kind {
        BlockKind::Headline => "Заголовок",
        BlockKind::Lead => "Вступ",
        BlockKind::Paragraph => "Абзац",
        BlockKind::Subheading => "Підзаголовок",
        BlockKind::List => "Список",
        BlockKind::Quote => "Цитата",
        BlockKind::Caption => "Підпис",
        BlockKind::Comment => "Коментар",
        BlockKind::Credit => "Авторство",
        BlockKind::Tags => "Позначки",
        BlockKind::Boilerplate => "Відкладено",
    },
    n_sources: |count| n(count, "джерело", "джерела", "джерел"),
    n_hits: hits,
    n_words: |count| n(count, "слово", "слова", "слів"),
    n_comments: |count| n(count, "коментар", "коментарі", "коментарів"),
    n_passages: |count| n(count, "уривок", "уривки", "уривків"),
    hits_in_sources: |count, sources| {
        format!("{} у {}", hits(count), n(sources, "джерелі", "джерелах", "джерелах"))
    },
    hits_of: |count, term| format!("{}: {term}", hits(count)),
    open_original: "Відкрити оригінал",
    original: "Оригінал",
    undated: "без дати",
    unknown_outlet: "Видання невідоме",
    date_from: |reason| format!("Дата: {reason}"),
    read_source: |title| format!("Читати: {title}"),
    hit_bar: |_| "Де в тексті збіги".to_owned(),
    choose_source: "Виберіть джерело для читання.",
    previous_source: "Попереднє джерело",
    next_source: "Наступне джерело",
    previous_hit: "Попередній збіг",
    next_hit: "Наступний збіг",
    add_to_compare: "Порівняти з іншим",
    hit_of: |at, all| format!("{} із {}", grouped(at, GAP), n(all, "збігу", "збігів", "збігів")),
    no_hits_here: "Тут збігів немає",
    set_aside: |count| format!("Відкладено: {}", n(count, "рядок", "рядки", "рядків")),
    comments: "Коментарі",
    answer_depth: |depth| format!("Відповідь, рівень {depth}"),
    no_terms: "Знайдіть слово, і тут з’являться всі рядки з ним і його оточенням.",
    no_hits: "У показаних джерелах цих слів немає.",
    go_to_passage: "Перейти до уривка",
    loading: "Завантажується…",
    left_source: "Джерело ліворуч",
    right_source: "Джерело праворуч",
    swap: "Поміняти місцями",
    names: "Імена",
    concepts: "Теми",
    words: "Слова",
    figures: "Числа",
    in_both: "В обох",
    only_in: |source| format!("Лише в {source}"),
    passages: "Уривки поруч",
    told_by_both: "Розповідають обидва",
    tied_by: "Спільне",
    make_term: |word| format!("Шукати: {word}"),
    compare_needs_two: "Для порівняння потрібні два джерела.",
    what_they_share: "Що спільного, а що ні",
    none: "Немає",
    help: "Довідка",
    keys: &[
        ("/", "Пошук"),
        ("1 – 4", "Джерела, Читання, Збіги, Порівняння"),
        ("n  p", "Наступний і попередній збіг"),
        ("]  [", "Наступне й попереднє джерело"),
        ("?", "Ця довідка"),
        ("Esc", "Закрити відкрите"),
    ],
    query_help: "Що можна шукати",
    queries: &[
        ("санкції", "слово: усі його форми всіма мовами"),
        ("\"чорний список\"", "словосполучення"),
        ("=візит", "саме ця форма"),
        ("диплом*", "слова з таким початком"),
    ],
    silence: "Те, що ви тут читаєте й набираєте, не залишає цієї сторінки.",
};
