//! A reader's note where it belongs, and the list of all.
//!
//! In: a note. Out: a field that is the note; what is written there is kept when the field
//! is left. Emptying it takes the note away, and Undo brings it back.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{state::Note, web::texts::Texts};

/// What a note's field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NoteFieldProps {
    /// The note; without words where it is yet to be written.
    pub note: Note,
    /// Keeps it.
    pub on_note: Callback<Note>,
    /// The interface's words.
    pub texts: &'static Texts,
}

/// The field of a note.
#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    let NoteFieldProps { note, on_note, texts } = props;
    let field = use_node_ref();
    use_effect_with((), {
        let (field, is_new) = (field.clone(), note.text.is_empty());
        move |()| {
            if let (true, Some(field)) = (is_new, field.cast::<web_sys::HtmlElement>()) {
                let _ = field.focus();
            }
        }
    });
    let onchange = {
        let (note, on_note) = (note.clone(), on_note.clone());
        move |event: Event| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlTextAreaElement>() {
                on_note.emit(Note { text: field.value(), ..note.clone() });
            }
        }
    };
    let remove = on_note.reform({
        let note = note.clone();
        move |_| Note { text: String::new(), ..note.clone() }
    });
    html! {
        <aside class="note-field" aria-label={texts.note}>
            <label>
                <span>{ texts.note }</span>
                <textarea ref={field} rows="2" maxlength="4000" dir="auto" value={note.text.clone()} {onchange} />
            </label>
            <button type="button" class="plain" aria-label={(texts.remove)(texts.note)} onclick={remove}>{ icon(Icon::Cross) }</button>
        </aside>
    }
}
