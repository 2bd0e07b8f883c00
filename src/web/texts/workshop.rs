//! The words for what is done with a whole collection, in every language of the interface.
//!
//! Apart from [`Texts`](super::Texts), which has the words of the views. Complete by
//! construction: a language that lacks one does not compile.

use super::known;
use crate::source::{Confidence, Item};

/// The words of one language.
#[derive(Debug)]
pub struct Workshop {
    /// Opens what is done with a collection: embed, save, add.
    pub name: &'static str,
    /// Heads what puts the page into another.
    pub embed: &'static str,
    /// Says what embedding does.
    pub embed_intro: &'static str,
    /// Says that a file must be on the web to be embedded.
    pub embed_local: &'static str,
    /// The snippet whose height follows.
    pub embed_auto: &'static str,
    /// The snippet without a script.
    pub embed_plain: &'static str,
    /// Names the choice of snippets.
    pub embed_kind: &'static str,
    /// Shows what it will look like.
    pub embed_preview: &'static str,
    /// Leads to the same in a window of its own.
    pub embed_window: &'static str,
    /// Shows the tools that an embedded page hides.
    pub show_all: &'static str,
    /// Opens again what an embedded page showed first.
    pub back_to_start: &'static str,
    /// Heads what adds sources.
    pub add: &'static str,
    /// Says what can be added.
    pub add_intro: &'static str,
    /// Says that this page adds nothing.
    pub no_importer: &'static str,
    /// Opens the file chooser.
    pub choose_files: &'static str,
    /// Says that files can be dropped.
    pub drop_here: &'static str,
    /// Takes a text that is pasted.
    pub paste_text: &'static str,
    /// Adds what was pasted.
    pub add_pasted: &'static str,
    /// Whether added files begin a collection of their own.
    pub begin_anew: &'static str,
    /// Ends what is under way.
    pub cancel: &'static str,
    /// Something is being done.
    pub at_work: &'static str,
    /// Files are read.
    pub reading: &'static str,
    /// Words are put into the index.
    pub indexing: &'static str,
    /// Takes back the last change of the collection.
    pub undo_change: &'static str,
    /// Names the text that was understood.
    pub understood: &'static str,
    /// Names the text that is kept but set aside.
    pub set_aside: &'static str,
    /// Names what is no text and was left out.
    pub dropped: &'static str,
    /// Heads the list of sources to correct.
    pub sources: &'static str,
    /// An item of what is known of a source.
    pub item: fn(Item) -> &'static str,
    /// How sure a conclusion is; its reason follows.
    pub sure: fn(Confidence) -> &'static str,
    /// Nothing is known of an item.
    pub unknown: &'static str,
    /// Opens what is known of a source.
    pub about: &'static str,
    /// Shows fields to correct it.
    pub correct: &'static str,
    /// Says what correcting does.
    pub correct_intro: &'static str,
    /// What was understood before the reader corrected it follows.
    pub was: &'static str,
    /// Format and encoding follow.
    pub read_as: &'static str,
    /// So many bytes could not be read.
    pub replaced: fn(u32) -> String,
    /// Whether the source stays.
    pub in_collection: &'static str,
    /// Moves a source towards the beginning.
    pub move_up: &'static str,
    /// Moves a source towards the end.
    pub move_down: &'static str,
    /// Where a source was moved to: its headline, its place, of how many.
    pub moved: fn(&str, usize, usize) -> String,
    /// Says that sources can be dragged.
    pub order_intro: &'static str,
    /// Carries the corrections out.
    pub apply: &'static str,
    /// Shows more of the list.
    pub more_sources: &'static str,
    /// Heads what saves the collection.
    pub save: &'static str,
    /// Says what the page is.
    pub save_intro: &'static str,
    /// Saves every source.
    pub save_all: fn(u32) -> String,
    /// Saves the sources that pass the filter.
    pub save_shown: fn(u32) -> String,
    /// Whether the page opens with the terms and the view of now.
    pub save_terms: &'static str,
    /// Whether the page has the reader's notes.
    pub save_notes: &'static str,
    /// Whether the page can import.
    pub save_tools: &'static str,
    /// Saves the page.
    pub save_page: &'static str,
    /// Saves the sources' files and what was corrected.
    pub save_archive: &'static str,
    /// Saves the collection as a pack.
    pub save_pack: &'static str,
    /// Opens a pack from the device.
    pub open_pack: &'static str,
    /// Says that a file cannot be saved here.
    pub save_refused: &'static str,
    /// It was handed to the browser to be saved.
    pub saved: fn(&str, u32) -> String,
    /// Names the version of the page and of the collection.
    pub identity: fn(&str, &str) -> String,
    /// Saves the whole collection for offline.
    pub offline: &'static str,
    /// Says that the site has a new version.
    pub update: &'static str,
    /// Opens the new version.
    pub update_take: &'static str,
    /// Heads the collections that the browser keeps.
    pub kept: &'static str,
    /// Keeps the collection in the browser.
    pub keep: &'static str,
    /// The name under which it is kept.
    pub keep_name: &'static str,
    /// Nothing is kept.
    pub kept_none: &'static str,
    /// Nothing can be kept here, and why.
    pub keep_refused: fn(&str) -> String,
    /// There is no room for more.
    pub keep_full: &'static str,
    /// Opens a kept collection.
    pub open: &'static str,
    /// Gives it another name.
    pub rename: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// It was removed.
    pub removed: fn(&str) -> String,
    /// Undoes the removal.
    pub put_back: &'static str,
}

/// In English.
pub static ENGLISH: Workshop = Workshop {
    name: "Collection",
    embed: "Embed in a page",
    embed_intro: "This HTML shows what is open now, with its terms and filters, inside another page. It makes no request except for the page itself.",
    embed_local: "This page is a file on your device. Put it on a web server and use its address there in place of the one below.",
    embed_auto: "Height follows",
    embed_plain: "Without a script",
    embed_kind: "Kind",
    embed_preview: "Preview",
    embed_window: "Open in a window of its own",
    show_all: "Search and compare",
    back_to_start: "Back to the beginning",
    add: "Add sources",
    add_intro: "Saved web pages, text, Markdown, Word documents, EPUB, JSON, CSV, or ZIP files of these. They are read here and stay on this device.",
    no_importer: "This file reads no other files. Open the site it comes from, or make it with “tellings page --with-import”.",
    choose_files: "Choose files",
    drop_here: "or drop them anywhere on the page",
    paste_text: "Paste a text",
    add_pasted: "Add this text",
    begin_anew: "as a new collection",
    cancel: "Cancel",
    at_work: "Working…",
    reading: "Reading",
    indexing: "Indexing",
    undo_change: "Undo the last change",
    understood: "understood",
    set_aside: "set aside",
    dropped: "left out",
    sources: "Correct, order or remove sources",
    item: known::english_item,
    sure: known::english_sure,
    unknown: "unknown",
    about: "About this source",
    correct: "Correct",
    correct_intro: "Change what is wrong, here and below each part of the text, then apply. What was understood is kept and can be put back.",
    was: "Understood was:",
    read_as: "Read as",
    replaced: |count| format!("Bytes that could not be read: {count}"),
    in_collection: "in the collection",
    move_up: "Move up",
    move_down: "Move down",
    moved: |title, place, of| format!("{title}: place {place} of {of}"),
    order_intro: "Drag sources, or move them with the arrows, into the order in which they shall stand.",
    apply: "Apply changes",
    more_sources: "More",
    save: "Save as a page",
    save_intro: "One HTML file that needs nothing else: it can be opened without a network, sent, put on a website, and saved again.",
    save_all: |count| format!("all sources ({count})"),
    save_shown: |count| format!("only those shown ({count})"),
    save_terms: "opens with the present terms and view",
    save_notes: "with your notes",
    save_tools: "its readers can add and correct sources",
    save_page: "Save the page",
    save_archive: "Save the files (ZIP)",
    save_pack: "Save as a pack",
    open_pack: "Open a pack",
    save_refused: "This place lets no file be saved. Copy the text into a file whose name ends in .html.",
    saved: |name, kilobytes| format!("{name}, {kilobytes} kB: look in your downloads"),
    identity: |version, hash| format!("Tellings {version} · collection {hash}"),
    offline: "Download for offline",
    update: "There is a new version of this page.",
    update_take: "Open it",
    kept: "Kept in this browser",
    keep: "Keep this collection",
    keep_name: "Name",
    kept_none: "Nothing is kept yet. What you add is gone when the page is closed, unless you keep it.",
    keep_refused: |why| {
        format!(
            "The browser keeps nothing here ({why}). What was kept before is untouched. Save the page or the pack instead."
        )
    },
    keep_full: "The browser has no room for this collection. Nothing is lost: it is still open here, and what was kept before is untouched. Remove a kept collection, or save this one as a page or as files.",
    open: "Open",
    rename: "Rename",
    remove: "Remove",
    removed: |name| format!("“{name}” is removed."),
    put_back: "Put it back",
};

/// In Russian.
pub static RUSSIAN: Workshop = Workshop {
    name: "Собрание",
    embed: "Встроить в страницу",
    embed_intro: "Этот HTML показывает то, что открыто сейчас, с терминами и фильтрами, внутри другой страницы. Кроме самой страницы он ничего не запрашивает.",
    embed_local: "Эта страница — файл на вашем устройстве. Поместите его на веб-сервер и подставьте ниже его адрес там.",
    embed_auto: "Высота подстраивается",
    embed_plain: "Без скрипта",
    embed_kind: "Вид",
    embed_preview: "Предварительный просмотр",
    embed_window: "Открыть в отдельном окне",
    show_all: "Искать и сравнивать",
    back_to_start: "Вернуться к началу",
    add: "Добавить источники",
    add_intro: "Сохранённые веб-страницы, текст, Markdown, документы Word, EPUB, JSON, CSV или их архивы ZIP. Они читаются здесь и остаются на этом устройстве.",
    no_importer: "Этот файл не читает других файлов. Откройте сайт, с которого он взят, или создайте его командой «tellings page --with-import».",
    choose_files: "Выбрать файлы",
    drop_here: "или перетащите их на страницу",
    paste_text: "Вставить текст",
    add_pasted: "Добавить этот текст",
    begin_anew: "как новое собрание",
    cancel: "Отменить",
    at_work: "Идёт работа…",
    reading: "Чтение",
    indexing: "Указатель",
    undo_change: "Отменить последнее изменение",
    understood: "понято",
    set_aside: "отложено",
    dropped: "отброшено",
    sources: "Исправить, упорядочить или убрать источники",
    item: known::russian_item,
    sure: known::russian_sure,
    unknown: "неизвестно",
    about: "Об этом источнике",
    correct: "Исправить",
    correct_intro: "Исправьте неверное здесь и под частями текста, затем примените. То, что было понято, сохраняется, и его можно вернуть.",
    was: "Было понято:",
    read_as: "Прочитано как",
    replaced: |count| format!("Байтов, которые не удалось прочитать: {count}"),
    in_collection: "в собрании",
    move_up: "Переместить выше",
    move_down: "Переместить ниже",
    moved: |title, place, of| format!("{title}: место {place} из {of}"),
    order_intro: "Перетащите источники или переместите их стрелками, чтобы расставить в нужном порядке.",
    apply: "Применить изменения",
    more_sources: "Ещё",
    save: "Сохранить как страницу",
    save_intro: "Один файл HTML, которому больше ничего не нужно: его можно открыть без сети, отправить, разместить на сайте и снова сохранить.",
    save_all: |count| format!("все источники ({count})"),
    save_shown: |count| format!("только показанные ({count})"),
    save_terms: "открывается с нынешними терминами и видом",
    save_notes: "с вашими заметками",
    save_tools: "читатели могут добавлять и исправлять источники",
    save_page: "Сохранить страницу",
    save_archive: "Сохранить файлы (ZIP)",
    save_pack: "Сохранить как пакет",
    open_pack: "Открыть пакет",
    save_refused: "Здесь нельзя сохранить файл. Скопируйте текст в файл с именем на .html.",
    saved: |name, kilobytes| format!("{name}, {kilobytes} кБ: смотрите в загрузках"),
    identity: |version, hash| format!("Tellings {version} · собрание {hash}"),
    offline: "Скачать для чтения без сети",
    update: "Есть новая версия этой страницы.",
    update_take: "Открыть её",
    kept: "Хранится в этом браузере",
    keep: "Сохранить это собрание",
    keep_name: "Название",
    kept_none: "Пока ничего не сохранено. Добавленное пропадёт, когда страница закроется, если его не сохранить.",
    keep_refused: |why| {
        format!(
            "Браузер здесь ничего не хранит ({why}). Сохранённое раньше не тронуто. Сохраните страницу или пакет."
        )
    },
    keep_full: "В браузере не хватает места для этого собрания. Ничего не пропало: оно открыто здесь, а сохранённое раньше не тронуто. Удалите одно из сохранённых собраний или сохраните это как страницу или как файлы.",
    open: "Открыть",
    rename: "Переименовать",
    remove: "Удалить",
    removed: |name| format!("«{name}» удалено."),
    put_back: "Вернуть",
};

/// In Bulgarian.
pub static BULGARIAN: Workshop = Workshop {
    name: "Сбирка",
    embed: "Вграждане в страница",
    embed_intro: "Този HTML показва отвореното сега, с термините и филтрите, в друга страница. Освен самата страница не иска нищо.",
    embed_local: "Тази страница е файл на вашето устройство. Качете го на уеб сървър и заменете адреса по-долу с новия.",
    embed_auto: "Височината се нагажда",
    embed_plain: "Без скрипт",
    embed_kind: "Вид",
    embed_preview: "Преглед",
    embed_window: "Отваряне в отделен прозорец",
    show_all: "Търсене и сравняване",
    back_to_start: "Обратно в началото",
    add: "Добавяне на източници",
    add_intro: "Запазени уеб страници, текст, Markdown, документи на Word, EPUB, JSON, CSV или техни архиви ZIP. Четат се тук и остават на това устройство.",
    no_importer: "Този файл не чете други файлове. Отворете сайта, от който е, или го направете с „tellings page --with-import“.",
    choose_files: "Избор на файлове",
    drop_here: "или ги пуснете върху страницата",
    paste_text: "Поставяне на текст",
    add_pasted: "Добавяне на текста",
    begin_anew: "като нова сбирка",
    cancel: "Отказ",
    at_work: "Работи се…",
    reading: "Четене",
    indexing: "Указател",
    undo_change: "Отмяна на последната промяна",
    understood: "разбрано",
    set_aside: "отделено",
    dropped: "изоставено",
    sources: "Поправяне, подреждане или махане на източници",
    item: known::bulgarian_item,
    sure: known::bulgarian_sure,
    unknown: "неизвестно",
    about: "За този източник",
    correct: "Поправяне",
    correct_intro: "Поправете грешното тук и под частите на текста, после приложете. Разбраното преди се пази и може да бъде върнато.",
    was: "Беше разбрано:",
    read_as: "Прочетено като",
    replaced: |count| format!("Байтове, които не можаха да се прочетат: {count}"),
    in_collection: "в сбирката",
    move_up: "Преместване нагоре",
    move_down: "Преместване надолу",
    moved: |title, place, of| format!("{title}: място {place} от {of}"),
    order_intro: "Влачете източниците или ги местете със стрелките, за да ги подредите.",
    apply: "Прилагане на промените",
    more_sources: "Още",
    save: "Запазване като страница",
    save_intro: "Един файл HTML, който не се нуждае от нищо друго: отваря се без мрежа, изпраща се, качва се на сайт и се запазва отново.",
    save_all: |count| format!("всички източници ({count})"),
    save_shown: |count| format!("само показаните ({count})"),
    save_terms: "отваря се с днешните термини и изглед",
    save_notes: "с вашите бележки",
    save_tools: "читателите могат да добавят и поправят източници",
    save_page: "Запазване на страницата",
    save_archive: "Запазване на файловете (ZIP)",
    save_pack: "Запазване като пакет",
    open_pack: "Отваряне на пакет",
    save_refused: "Тук не може да се запази файл. Копирайте текста във файл с име, завършващо на .html.",
    saved: |name, kilobytes| format!("{name}, {kilobytes} kB: вижте при изтеглените файлове"),
    identity: |version, hash| format!("Tellings {version} · сбирка {hash}"),
    offline: "Изтегляне за четене без мрежа",
    update: "Има нова версия на тази страница.",
    update_take: "Отваряне",
    kept: "Пазени в този браузър",
    keep: "Запазване на сбирката",
    keep_name: "Име",
    kept_none: "Още нищо не се пази. Добавеното изчезва при затваряне на страницата, ако не го запазите.",
    keep_refused: |why| {
        format!(
            "Браузърът не пази нищо тук ({why}). Запазеното преди е непокътнато. Запазете страницата или пакета."
        )
    },
    keep_full: "В браузъра няма място за тази сбирка. Нищо не е изгубено: тя е отворена тук, а запазеното преди е непокътнато. Премахнете някоя запазена сбирка или запазете тази като страница или като файлове.",
    open: "Отваряне",
    rename: "Преименуване",
    remove: "Премахване",
    removed: |name| format!("„{name}“ е премахната."),
    put_back: "Връщане",
};

/// In Ukrainian.
pub static UKRAINIAN: Workshop = Workshop {
    name: "Збірка",
    embed: "Вбудувати в сторінку",
    embed_intro: "Цей HTML показує те, що відкрито зараз, із термінами й фільтрами, всередині іншої сторінки. Крім самої сторінки, він нічого не запитує.",
    embed_local: "Ця сторінка — файл на вашому пристрої. Розмістіть його на вебсервері й підставте нижче його адресу там.",
    embed_auto: "Висота підлаштовується",
    embed_plain: "Без скрипту",
    embed_kind: "Вид",
    embed_preview: "Попередній перегляд",
    embed_window: "Відкрити в окремому вікні",
    show_all: "Шукати й порівнювати",
    back_to_start: "Повернутися до початку",
    add: "Додати джерела",
    add_intro: "Збережені вебсторінки, текст, Markdown, документи Word, EPUB, JSON, CSV або їхні архіви ZIP. Вони читаються тут і залишаються на цьому пристрої.",
    no_importer: "Цей файл не читає інших файлів. Відкрийте сайт, з якого його взято, або створіть його командою «tellings page --with-import».",
    choose_files: "Вибрати файли",
    drop_here: "або перетягніть їх на сторінку",
    paste_text: "Вставити текст",
    add_pasted: "Додати цей текст",
    begin_anew: "як нова збірка",
    cancel: "Скасувати",
    at_work: "Триває робота…",
    reading: "Читання",
    indexing: "Покажчик",
    undo_change: "Скасувати останню зміну",
    understood: "зрозуміло",
    set_aside: "відкладено",
    dropped: "відкинуто",
    sources: "Виправити, упорядкувати або прибрати джерела",
    item: known::ukrainian_item,
    sure: known::ukrainian_sure,
    unknown: "невідомо",
    about: "Про це джерело",
    correct: "Виправити",
    correct_intro: "Виправте хибне тут і під частинами тексту, потім застосуйте. Те, що було зрозуміло, зберігається, і його можна повернути.",
    was: "Було зрозуміло:",
    read_as: "Прочитано як",
    replaced: |count| format!("Байтів, які не вдалося прочитати: {count}"),
    in_collection: "у збірці",
    move_up: "Перемістити вище",
    move_down: "Перемістити нижче",
    moved: |title, place, of| format!("{title}: місце {place} з {of}"),
    order_intro: "Перетягніть джерела або переміщуйте їх стрілками, щоб розставити в потрібному порядку.",
    apply: "Застосувати зміни",
    more_sources: "Ще",
    save: "Зберегти як сторінку",
    save_intro: "Один файл HTML, якому більше нічого не потрібно: його можна відкрити без мережі, надіслати, розмістити на сайті й знову зберегти.",
    save_all: |count| format!("усі джерела ({count})"),
    save_shown: |count| format!("лише показані ({count})"),
    save_terms: "відкривається з нинішніми термінами й виглядом",
    save_notes: "з вашими нотатками",
    save_tools: "читачі можуть додавати й виправляти джерела",
    save_page: "Зберегти сторінку",
    save_archive: "Зберегти файли (ZIP)",
    save_pack: "Зберегти як пакет",
    open_pack: "Відкрити пакет",
    save_refused: "Тут не можна зберегти файл. Скопіюйте текст у файл із назвою на .html.",
    saved: |name, kilobytes| format!("{name}, {kilobytes} кБ: дивіться в завантаженнях"),
    identity: |version, hash| format!("Tellings {version} · збірка {hash}"),
    offline: "Завантажити для читання без мережі",
    update: "Є нова версія цієї сторінки.",
    update_take: "Відкрити її",
    kept: "Зберігається в цьому браузері",
    keep: "Зберегти цю збірку",
    keep_name: "Назва",
    kept_none: "Поки нічого не збережено. Додане зникне, коли сторінку закриють, якщо його не зберегти.",
    keep_refused: |why| {
        format!(
            "Браузер тут нічого не зберігає ({why}). Збережене раніше не зачеплено. Збережіть сторінку або пакет."
        )
    },
    keep_full: "У браузері бракує місця для цієї збірки. Нічого не втрачено: вона відкрита тут, а збережене раніше не зачеплено. Вилучіть якусь зі збережених збірок або збережіть цю як сторінку чи як файли.",
    open: "Відкрити",
    rename: "Перейменувати",
    remove: "Вилучити",
    removed: |name| format!("«{name}» вилучено."),
    put_back: "Повернути",
};
