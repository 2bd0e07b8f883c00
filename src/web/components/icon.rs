//! The drawings on buttons: strokes on a 24-unit grid, hidden from screen readers, since
//! every button has words of its own.

use yew::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Close, remove.
    Cross,
    /// Search.
    Lens,
    /// Previous.
    Up,
    /// Next.
    Down,
    /// Previous source.
    Left,
    /// Next source.
    Right,
    /// Leads out of the page.
    Out,
    /// Share.
    Link,
    /// A collection.
    Box,
    /// Narrow.
    Funnel,
    /// A list of words.
    List,
    /// Swap columns.
    Swap,
    /// Language.
    Globe,
    /// Theme.
    Moon,
    /// Quote.
    Quote,
    /// To be dragged.
    Handle,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Lens => "M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0a7.5 7.5 0 0 1 15 0z",
            Self::Up => "M5 15l7-7 7 7",
            Self::Down => "M5 9l7 7 7-7",
            Self::Left => "M15 5l-7 7 7 7",
            Self::Right => "M9 5l7 7-7 7",
            Self::Out => "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
            Self::Link => {
                "M10 14a4 4 0 0 0 5.7 0l4-4a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-4 4a4 4 0 0 0 5.7 5.7l1-1"
            }
            Self::Box => "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
            Self::Funnel => "M4 6h16M7 12h10M10 18h4",
            Self::List => "M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1",
            Self::Globe => {
                "M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0zM3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18z"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
            Self::Quote => "M10 7H4v6h6V7c0 6-1 8-4 10M20 7h-6v6h6V7c0 6-1 8-4 10",
            Self::Handle => "M5 9h14M5 15h14",
            Self::Swap => "M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7",
        }
    }
}

/// Draws it.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
            <path d={icon.path()} />
        </svg>
    }
}
