//! The words for taking a chart or a table along, in every language of the interface.
//!
//! Apart from the other texts because only who saves something needs them; a language that
//! lacks one does not compile.

/// The words of one language.
#[derive(Debug)]
pub struct Taking {
    /// Opens the ways to take a table along.
    pub take_table: &'static str,
    /// Opens the ways to take a chart and its table along.
    pub take_chart: &'static str,
    /// Names the choice between the two.
    pub look: &'static str,
    /// The drawing.
    pub chart: &'static str,
    /// The same as rows.
    pub table: &'static str,
    /// Rows that are not shown; how many.
    pub more_rows: fn(u32) -> String,
    /// A kind of file to save, such as SVG.
    pub save_as: fn(&str) -> String,
    /// Copies a table.
    pub copy_table: &'static str,
    /// Files cannot be saved: the text to copy.
    pub copy_text: &'static str,
    /// Files cannot be saved: the picture to save by hand.
    pub keep_picture: &'static str,
    /// The browser drew no picture.
    pub no_picture: &'static str,
}

/// English.
pub static ENGLISH: Taking = Taking {
    take_table: "Save table",
    take_chart: "Save chart",
    look: "What is shown",
    chart: "Chart",
    table: "Table",
    more_rows: |count| format!("{count} more in the file"),
    save_as: |kind| format!("Save as {kind}"),
    copy_table: "Copy for a spreadsheet",
    copy_text: "This place cannot save files. Copy the text:",
    keep_picture: "This place cannot save files. Save or copy the picture from its menu: right-click on it, or press it long.",
    no_picture: "The browser did not draw the picture. SVG has the same drawing.",
};

/// Russian.
pub static RUSSIAN: Taking = Taking {
    take_table: "Сохранить таблицу",
    take_chart: "Сохранить график",
    look: "Что показано",
    chart: "График",
    table: "Таблица",
    more_rows: |count| format!("ещё {count} в файле"),
    save_as: |kind| format!("Сохранить {kind}"),
    copy_table: "Скопировать для таблицы",
    copy_text: "Здесь нельзя сохранять файлы. Скопируйте текст:",
    keep_picture: "Здесь нельзя сохранять файлы. Сохраните или скопируйте изображение через его меню: щёлкните по нему правой кнопкой или нажмите и удерживайте.",
    no_picture: "Браузер не нарисовал изображение. В SVG тот же график.",
};

/// Bulgarian.
pub static BULGARIAN: Taking = Taking {
    take_table: "Запазване на таблицата",
    take_chart: "Запазване на графиката",
    look: "Какво се показва",
    chart: "Графика",
    table: "Таблица",
    more_rows: |count| format!("още {count} във файла"),
    save_as: |kind| format!("Запис като {kind}"),
    copy_table: "Копиране за таблица",
    copy_text: "Тук не могат да се записват файлове. Копирайте текста:",
    keep_picture: "Тук не могат да се записват файлове. Запазете или копирайте изображението от менюто му: щракнете с десния бутон или го задръжте.",
    no_picture: "Браузърът не нарисува изображението. В SVG е същата графика.",
};

/// Ukrainian.
pub static UKRAINIAN: Taking = Taking {
    take_table: "Зберегти таблицю",
    take_chart: "Зберегти графік",
    look: "Що показано",
    chart: "Графік",
    table: "Таблиця",
    more_rows: |count| format!("ще {count} у файлі"),
    save_as: |kind| format!("Зберегти {kind}"),
    copy_table: "Скопіювати для таблиці",
    copy_text: "Тут не можна зберігати файли. Скопіюйте текст:",
    keep_picture: "Тут не можна зберігати файли. Збережіть або скопіюйте зображення з його меню: клацніть по ньому правою кнопкою або натисніть і тримайте.",
    no_picture: "Браузер не намалював зображення. У SVG той самий графік.",
};
