//! The parts of the page: each a function of its props.
//!
//! In: values from the engine and the state, texts, callbacks. Out: nodes. A part with
//! hooks is a component; one without is a plain function. None of them reads the state,
//! asks the engine or knows which view it is in: that is for [`views`](super::views).

pub mod block;
pub mod chart;
pub mod copy_field;
pub mod cut;
pub mod days;
pub mod dialog;
pub mod export;
pub mod facets;
pub mod few;
pub mod filters;
pub mod go;
pub mod help;
pub mod histogram;
pub mod hit_bar;
pub mod hit_line;
pub mod hit_order;
pub mod icon;
pub mod kept_focus;
pub mod keys;
pub mod known;
pub mod link_bar;
pub mod live;
pub mod matrix;
pub mod meta;
pub mod note;
pub mod painter;
pub mod pair_rows;
pub mod pieces;
pub mod progress;
pub mod quote;
pub mod row_nodes;
pub mod segments;
pub mod share;
pub mod shared_table;
pub mod source_row;
pub mod table;
pub mod tabs;
pub mod taking;
pub mod term_chip;
pub mod thread;
pub mod timeline;
pub mod top_bar;
pub mod tour;
pub mod waiting;
pub mod windowed;
pub mod word_list;
pub mod word_table;
