//! Packs that travel: with a page, over a network.
//!
//! In: an open pack. Out: the same in less room, which opens as the very same pack, byte for
//! byte, hash and all. What it lacks is made when it is opened, about 5 µs a form, so a large
//! collection, which is opened more often than it travels, stays as it is. Packs whose
//! dictionaries this program does not read are made whole the same way.

use super::{Pack, SLIM, VERSION, frame};
use crate::index::{Section, slim};

/// The most forms a slim pack has: a tenth of a second to make what it lacks.
const MOST: usize = 20_000;

impl Pack {
    /// The pack in less room; `None` where it would take too long to open.
    #[must_use]
    pub fn slim(&self) -> Option<Vec<u8>> {
        if self.index().vocabulary.len() > MOST {
            return None;
        }
        let kept = |section| Some((section, slim::slim(section, self.section(section))?));
        let sections: Vec<_> = Section::ALL.into_iter().filter_map(kept).collect();
        let bytes = frame(SLIM, &sections).ok()?;
        // A pack of another program's making may hold what does not follow from its forms.
        let same = Self::open(bytes.clone()).is_ok_and(|pack| pack.bytes == self.bytes);
        same.then_some(bytes)
    }

    /// The whole pack that this one stands for, which is slim or has older dictionaries.
    pub(super) fn whole(&self, is_slim: bool) -> crate::error::Result<Vec<u8>> {
        if is_slim {
            return frame(VERSION, &slim::whole(|section| self.section(section)));
        }
        let mut sections = Section::ALL.map(|own| (own, self.section(own).to_vec()));
        slim::make(&mut sections);
        frame(VERSION, &sections)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::OLDEST, MOST, Pack, SLIM, frame};
    use crate::{
        index::{Builder, Concepts, Section},
        pack::write,
        source::{Presets, import::import},
    };

    fn pack(texts: &[&str]) -> Pack {
        let mut builder = Builder::new();
        for (at, text) in texts.iter().enumerate() {
            builder.add(&import(&format!("{at}.txt"), text.as_bytes()).unwrap()).unwrap();
        }
        let concepts = Concepts::bundled().unwrap();
        let sections = builder.finish("Talks", "", &Presets::default(), &concepts);
        Pack::open(write(&sections).unwrap()).unwrap()
    }

    #[test]
    fn a_slim_pack_opens_as_the_pack_it_was_made_of() {
        let english = "Talks in Istanbul\n\nThe US and Russia went on with the war talks.\n";
        let russian = "Переговоры\n\nПереговоры о войне шли в Стамбуле. США и МИД молчали.\n";
        for texts in [&[][..], &[english], &[russian, english, "Ĉu vi?\n\nἄνθρωπος ’n 12\n"]]
        {
            let pack = pack(texts);
            let slim = pack.slim().expect("it follows from its forms");
            let again = Pack::open(slim.clone()).unwrap();
            assert_eq!((again.bytes(), again.hash()), (pack.bytes(), pack.hash()));
            assert!(slim.len() * 10 < pack.bytes().len() * 7 || texts.is_empty());
        }
    }

    #[test]
    fn a_pack_with_older_dictionaries_opens_as_one_with_these() {
        let pack = pack(&["Talks in Istanbul\n\nThey met.\n", "Переговоры\n\nОни встретились.\n"]);
        let older = Section::ALL.map(|section| match section {
            Section::Folds | Section::Keys => (section, b"maps of another kind".to_vec()),
            _ => (section, pack.section(section).to_vec()),
        });
        let older = frame(OLDEST, &older).unwrap();
        let slim: Vec<_> = Section::ALL
            .into_iter()
            .map(|own| (own, crate::index::slim::slim(own, pack.section(own)).unwrap_or_default()))
            .collect();
        for older in [older, frame(OLDEST + 1, &slim).unwrap()] {
            assert!(Pack::open(older).unwrap().bytes() == pack.bytes());
        }
    }

    #[test]
    fn a_large_collection_stays_as_it_is() {
        let words: Vec<String> = (0..=MOST).map(|at| format!("x{at}y")).collect();
        assert!(pack(&[&words.join(" ")]).slim().is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_in_a_slim_pack_are_opened_or_refused(
            sections: Vec<Vec<u8>>,
            which in prop::collection::vec(0..Section::ALL.len(), 0..8),
        ) {
            let sections: Vec<_> =
                which.into_iter().map(|at| Section::ALL[at]).zip(sections).collect();
            let bytes = frame(SLIM, &sections).unwrap();
            if let Ok(pack) = Pack::open(bytes) {
                prop_assert!(pack.index().vocabulary.parts().count() < 1_000);
            }
        }
    }
}
