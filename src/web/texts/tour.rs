//! The words of the tour, in each language of the interface.
//!
//! Apart from the other texts because they are sentences about the page, not names of its
//! parts; a language that lacks one does not compile.

use crate::web::components::tour::STEPS;

/// Every text of the tour in one language.
pub struct Tour {
    /// Names the tour.
    pub name: &'static str,
    /// Asks whoever is new.
    pub invitation: &'static str,
    /// Begins it.
    pub start: &'static str,
    /// Does not.
    pub decline: &'static str,
    /// What each part is for.
    pub steps: [&'static str; STEPS.len()],
    /// One part back.
    pub back: &'static str,
    /// On to the next.
    pub next: &'static str,
    /// Ends it after the last.
    pub end: &'static str,
}

/// English.
pub static ENGLISH: Tour = Tour {
    name: "A short tour",
    invitation: "Here for the first time?",
    start: "Take a short tour",
    decline: "No tour",
    steps: [
        "Search for a word, a name or a phrase. It lights up in all its forms, in the texts of every language at once.",
        "Each word you search for has a colour, a number and a line of its own. Open it to see which forms it found and why, and switch off those that do not belong.",
        "Every source has a bar: each tick is a place where your words occur, and a press on it leads there. The filters beside narrow all views to a language, an outlet, a year or what is mentioned.",
        "Here you read a source whole. The arrows, or n and p, go from hit to hit. Select words to quote them with their reference, or write a note.",
        "Two to four sources stand side by side: what they tell alike is level, with the words that tie it; what only one tells is listed too.",
        "Share copies the address of exactly this view. Nothing that you type or read leaves the page. The question mark has the keys, more ways to search, and this tour.",
    ],
    back: "Back",
    next: "Next",
    end: "Done",
};

/// Russian.
pub static RUSSIAN: Tour = Tour {
    name: "Короткая экскурсия",
    invitation: "Вы здесь впервые?",
    start: "Короткая экскурсия",
    decline: "Не нужно",
    steps: [
        "Ищите слово, имя или фразу. Найденное подсвечивается во всех формах и сразу в текстах на всех языках.",
        "У каждого слова свой цвет, номер и своя черта. Откройте его: видно, какие формы нашлись и почему; лишние можно отключить.",
        "У каждого источника есть полоса: штрих — место, где встретились ваши слова; нажмите на него, чтобы прочитать. Фильтры рядом сужают все виды до языка, издания, года или упомянутого.",
        "Здесь источник читают целиком. Стрелки или клавиши n и p ведут от совпадения к совпадению. Выделите слова, чтобы процитировать их со ссылкой, или напишите заметку.",
        "От двух до четырёх источников стоят рядом: одинаковое — на одной высоте, вместе со словами, которые его связывают; то, о чём сообщает лишь один, тоже перечислено.",
        "«Поделиться» копирует адрес именно этого вида. Ничто из набранного и прочитанного не покидает страницу. За знаком вопроса — клавиши, другие способы поиска и эта экскурсия.",
    ],
    back: "Назад",
    next: "Дальше",
    end: "Готово",
};

/// Bulgarian.
pub static BULGARIAN: Tour = Tour {
    name: "Кратка обиколка",
    invitation: "За първи път ли сте тук?",
    start: "Кратка обиколка",
    decline: "Няма нужда",
    steps: [
        "Потърсете дума, име или израз. Намереното светва във всичките си форми, наведнъж в текстовете на всички езици.",
        "Всяка търсена дума има свой цвят, номер и черта. Отворете я, за да видите кои форми са намерени и защо; излишните се изключват.",
        "Всеки източник има лента: всяка чертичка е място, където се срещат думите ви; натиснете я, за да прочетете там. Филтрите отстрани стесняват всички изгледи до език, издание, година или споменато.",
        "Тук източникът се чете изцяло. Стрелките или клавишите n и p водят от съвпадение до съвпадение. Изберете думи, за да ги цитирате с препратка, или напишете бележка.",
        "От два до четири източника стоят един до друг: еднаквото е на една височина, с думите, които го свързват; изброено е и онова, което казва само един.",
        "„Споделяне“ копира адреса точно на този изглед. Нищо, което пишете или четете, не напуска страницата. Под въпросителния знак са клавишите, други начини за търсене и тази обиколка.",
    ],
    back: "Назад",
    next: "Напред",
    end: "Готово",
};

/// Ukrainian.
pub static UKRAINIAN: Tour = Tour {
    name: "Коротка екскурсія",
    invitation: "Ви тут уперше?",
    start: "Коротка екскурсія",
    decline: "Не треба",
    steps: [
        "Шукайте слово, ім’я чи фразу. Знайдене підсвічується в усіх формах і одразу в текстах усіма мовами.",
        "Кожне слово має свій колір, номер і риску. Відкрийте його: видно, які форми знайдено й чому; зайві можна вимкнути.",
        "Кожне джерело має смугу: риска — місце, де трапилися ваші слова; натисніть на неї, щоб прочитати. Фільтри поруч звужують усі вигляди до мови, видання, року чи згаданого.",
        "Тут джерело читають повністю. Стрілки або клавіші n і p ведуть від збігу до збігу. Виділіть слова, щоб процитувати їх із посиланням, або напишіть нотатку.",
        "Від двох до чотирьох джерел стоять поруч: однакове — на одній висоті, разом зі словами, що його пов’язують; перелічено й те, про що каже лише одне.",
        "«Поділитися» копіює адресу саме цього вигляду. Ніщо з набраного чи прочитаного не залишає сторінку. За знаком питання — клавіші, інші способи пошуку й ця екскурсія.",
    ],
    back: "Назад",
    next: "Далі",
    end: "Готово",
};
