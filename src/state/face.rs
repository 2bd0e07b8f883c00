//! The faces of a comparison: one way to look at it at a time.
//!
//! Each has a name for addresses, and [`Face::parse`] of that name gives it back. What a face
//! shows is for the view.

/// What of a comparison is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Passages side by side.
    #[default]
    Passages,
    /// What each source leaves out.
    LeftOut,
    /// Names, subjects, words and figures as tables.
    Shared,
    /// Figures, dates and quotations.
    Told,
    /// What stands in several in the same words.
    Copied,
}

impl Face {
    /// All faces, in their order.
    pub const ALL: [Self; 5] =
        [Self::Passages, Self::LeftOut, Self::Shared, Self::Told, Self::Copied];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::LeftOut => "left-out",
            Self::Shared => "shared",
            Self::Told => "told",
            Self::Copied => "copied",
        }
    }

    /// The face of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|face| face.name() == name)
    }
}
