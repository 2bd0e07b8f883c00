//! The work of importing, one slice at a time.
//!
//! In: wishes, the pack to start from, files. Out: [`Step`]s: reports as they come, and at
//! the end the bytes of a pack. The same in gives the same out. When nothing can be built,
//! the error says why; the pack it started from is untouched. Whoever drives it decides when
//! the next slice is due.

use std::collections::BTreeSet;

use super::{FileReport, Progress, Report, SourceReport, Stage, Wishes, kept, kinds};
use crate::{
    engine::{Build, Engine},
    error::{Error, Kind, Result},
    index::{Concepts, table::int},
    source::{Document, Presets, collection, correct},
};

/// A collection being made.
pub struct Job {
    wishes: Wishes,
    base: Option<Engine>,
    files: Vec<(String, Vec<u8>)>,
    stage: Work,
    title: String,
    description: String,
    presets: Presets,
    /// The sources' ids, once they are known.
    ids: BTreeSet<String>,
    problems: Vec<String>,
}

enum Work {
    /// Nothing is read yet.
    Read,
    Index(Box<Build>),
    /// Nothing could be read, which is told next.
    Fail(Error),
    Done,
}

/// What a slice of the work brought.
pub enum Step {
    /// Something to tell; there is more to do.
    Told(Vec<Report>),
    /// The pack, and what to tell with it. Nothing is left to do.
    Done(Vec<u8>, Report),
}

impl Job {
    /// A job that starts from the sources of `pack`, if there is one.
    ///
    /// # Errors
    /// When `pack` cannot be opened.
    pub fn new(wishes: Wishes, pack: Option<Vec<u8>>) -> Result<Self> {
        let base = pack.map(Engine::open).transpose()?;
        let index = base.as_ref().map(Engine::index);
        Ok(Self {
            title: index.map(|index| index.title().to_owned()).unwrap_or_default(),
            description: index.map(|index| index.description().to_owned()).unwrap_or_default(),
            presets: index.map(|index| index.presets()).unwrap_or_default(),
            wishes,
            base,
            files: Vec::new(),
            stage: Work::Read,
            ids: BTreeSet::new(),
            problems: Vec::new(),
        })
    }

    /// Adds a file.
    pub fn file(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.push((name.into(), bytes));
    }

    /// Does a slice of the work.
    ///
    /// # Errors
    /// When nothing can be built. The job is over then.
    pub fn step(&mut self) -> Result<Step> {
        match std::mem::replace(&mut self.stage, Work::Done) {
            Work::Read => self.read(),
            Work::Index(build) => self.index(build),
            Work::Fail(error) => Err(error),
            Work::Done => Err(Error::new(Kind::Input, "there is nothing left to do")),
        }
    }

    fn read(&mut self) -> Result<Step> {
        let files = std::mem::take(&mut self.files);
        let mut documents = self.kept();
        let mut reports = Vec::new();
        if !files.is_empty() {
            match collection::read(&files) {
                Ok(read) => {
                    self.begin(&read);
                    reports = told(&files, &read.sources, &read.problems);
                    let mut taken: BTreeSet<String> =
                        documents.iter().map(|document| document.id.clone()).collect();
                    for mut document in read.sources {
                        document.id = free_id(&document.id, &mut taken);
                        documents.push(document);
                    }
                }
                // Files that cannot be read cost only themselves.
                Err(error) => {
                    let alone = |file| collection::read(std::slice::from_ref(file)).err();
                    reports.extend(files.iter().map(|file| {
                        let problems = alone(file).iter().map(Error::to_string).collect();
                        let name = file.0.clone();
                        Report::File(FileReport { name, problems, sources: Vec::new() })
                    }));
                    if documents.is_empty() {
                        self.stage = Work::Fail(error);
                        return Ok(Step::Told(reports));
                    }
                }
            }
        }
        if documents.is_empty() {
            return Err(Error::new(Kind::Input, "no source would be left")
                .advise("keep a source, or add a file"));
        }
        self.correct(&mut documents);
        let total = int(documents.len());
        self.ids = documents.iter().map(|document| document.id.clone()).collect();
        let mut build = Build::new();
        documents.into_iter().for_each(|document| build.add(document));
        reports.push(Report::Progress(Progress { stage: Stage::Indexing, done: 0, total }));
        self.stage = Work::Index(Box::new(build));
        Ok(Step::Told(reports))
    }

    /// The sources to keep of the pack.
    fn kept(&self) -> Vec<Document> {
        let Some(base) = &self.base else { return Vec::new() };
        let sources = base.index().sources;
        match &self.wishes.keep {
            None => sources.iter().map(kept::document).collect(),
            Some(keep) => {
                let mut seen = BTreeSet::new();
                let ids = keep.iter().filter(|id| seen.insert(id.as_str()));
                ids.filter_map(|id| sources.find(id)).map(kept::document).collect()
            }
        }
    }

    /// What the files say of the collection holds where there is none yet.
    fn begin(&mut self, read: &collection::Collection) {
        if self.base.is_none() {
            self.title.clone_from(&read.title);
            self.description.clone_from(&read.description);
            self.presets = read.presets.clone();
        }
    }

    fn correct(&mut self, documents: &mut [Document]) {
        for by in &self.wishes.corrections {
            let found = documents.iter_mut().find(|document| document.id == by.id);
            let unused = match found {
                Some(document) => correct(document, by),
                None => vec!["there is no such source".to_owned()],
            };
            self.problems.extend(unused.into_iter().map(|what| format!("{}: {what}", by.id)));
        }
    }

    fn index(&mut self, mut build: Box<Build>) -> Result<Step> {
        let progress = match build.step() {
            Ok(progress) => progress,
            Err(error) => {
                self.problems.push(error.to_string());
                self.stage = Work::Index(build);
                return Ok(Step::Told(Vec::new()));
            }
        };
        let (done, total) = (progress.done, progress.total);
        if done < total {
            self.stage = Work::Index(build);
            let progress = Progress { stage: Stage::Indexing, done, total };
            return Ok(Step::Told(vec![Report::Progress(progress)]));
        }
        let Wishes { title, description, presets, notes, .. } = std::mem::take(&mut self.wishes);
        let before = std::mem::take(&mut self.presets);
        let notes = notes.unwrap_or_else(|| before.notes.clone());
        let mut presets = presets.unwrap_or(before);
        presets.notes = notes;
        presets.notes.retain(|note| self.ids.contains(&note.source));
        let engine = build.finish(
            &title.unwrap_or_else(|| std::mem::take(&mut self.title)),
            &description.unwrap_or_else(|| std::mem::take(&mut self.description)),
            &presets,
            &Concepts::bundled()?,
        )?;
        let sources = engine.index().sources.len();
        let problems = std::mem::take(&mut self.problems);
        Ok(Step::Done(engine.pack().to_vec(), Report::Done { sources, problems }))
    }
}

/// `id`, or with a number after it where that is taken.
fn free_id(id: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = id.to_owned();
    let mut nth = 1;
    while !taken.insert(free.clone()) {
        nth += 1;
        free = format!("{id}-{nth}");
    }
    free
}

/// What became of each file, by name.
fn told(files: &[(String, Vec<u8>)], sources: &[Document], problems: &[Error]) -> Vec<Report> {
    let mut files: Vec<FileReport> = files
        .iter()
        .map(|(name, _)| FileReport { name: name.clone(), ..FileReport::default() })
        .collect();
    files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    // A file in an archive is named after it.
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for source in sources {
        if let Some(file) = files.iter_mut().find(|file| within(&source.file, &file.name)) {
            file.sources.push(understood(source));
        }
    }
    for problem in problems {
        let name = problem.file().unwrap_or_default();
        match files.iter_mut().find(|file| within(name, &file.name)) {
            Some(file) => file.problems.push(problem.to_string()),
            None => files.push(FileReport {
                name: name.to_owned(),
                problems: vec![problem.to_string()],
                ..FileReport::default()
            }),
        }
    }
    files.into_iter().map(Report::File).collect()
}

fn understood(document: &Document) -> SourceReport {
    let Document { id, blocks, meta, report, .. } = document;
    SourceReport {
        id: id.clone(),
        meta: meta.clone(),
        report: report.clone(),
        kinds: kinds(blocks.iter().map(|block| (block.kind, block.span))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Job, Report, Step, Wishes};
    use crate::{
        engine::Engine,
        source::{Correction, Item, Note, collection},
    };

    const FILES: [(&str, &str); 3] = [
        (
            "a.txt",
            "Talks in Istanbul\n\nThe delegations met for an hour. They agreed to swap prisoners.\n",
        ),
        (
            "b.txt",
            "Переговоры в Стамбуле\n\nДелегации встретились. Они договорились об обмене пленными.\n",
        ),
        (
            "collection.toml",
            "title = 'Istanbul'\n[presets]\nterms = ['prisoners']\n[[source]]\nfile = 'b.txt'\noutlet = 'Пример'\ndate = 2025-05-16\n",
        ),
    ];

    fn run(mut job: Job) -> (Vec<Report>, Vec<u8>) {
        let mut all = Vec::new();
        loop {
            match job.step().unwrap() {
                Step::Told(reports) => all.extend(reports),
                Step::Done(pack, last) => {
                    all.push(last);
                    return (all, pack);
                }
            }
        }
    }

    fn made() -> (Vec<Report>, Vec<u8>) {
        let mut job = Job::new(Wishes::default(), None).unwrap();
        FILES.iter().for_each(|(name, text)| job.file(*name, text.as_bytes().to_vec()));
        run(job)
    }

    #[test]
    fn every_file_is_told_of_and_a_pack_comes_at_the_end() {
        let (reports, pack) = made();
        let files: Vec<(&str, usize)> = reports
            .iter()
            .filter_map(|report| match report {
                Report::File(file) => Some((file.name.as_str(), file.sources.len())),
                _ => None,
            })
            .collect();
        assert_eq!(files, [("a.txt", 1), ("b.txt", 1), ("collection.toml", 0)]);
        assert!(matches!(reports.last(), Some(Report::Done { sources: 2, .. })));
        assert_eq!(Engine::open(pack).unwrap().index().title(), "Istanbul");
    }

    #[test]
    fn a_pack_made_anew_of_its_own_sources_is_the_same() {
        let (_, pack) = made();
        let (_, again) = run(Job::new(Wishes::default(), Some(pack.clone())).unwrap());
        assert!(pack == again);
    }

    #[test]
    fn a_pack_keeps_all_that_was_understood_and_what_was_corrected() {
        let page = "<!-- Page saved with SingleFile\n url: https://news.example/b \n saved date: Tue Mar 05 2024 10:11:12 GMT+0100 -->\
            <title>A bridge opens</title><meta name=author content='Ann Smith'><script>1</script>\
            <h1>A bridge opens</h1><p>The mayor cut the ribbon on Monday while hundreds of people watched.\
            <p>Nobody knows when the second bridge will be built, or who will pay for it.<p>Source: The Agency";
        let record = "[{\"id\":\"c\",\"text\":\"One line of a text.\",\"mood\":\"calm\"}]";
        let files = [("a.html", page), ("b.json", record), FILES[0], FILES[1], FILES[2]]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        let read = collection::read(&files).unwrap();
        let mut job = Job::new(Wishes::default(), None).unwrap();
        files.iter().for_each(|(name, bytes)| job.file(name, bytes.clone()));
        let pack = run(job).1;
        let kept = |pack: &[u8]| {
            let engine = Engine::open(pack.to_vec()).unwrap();
            engine.index().sources.iter().map(super::kept::document).collect::<Vec<_>>()
        };
        assert_eq!(kept(&pack), read.sources);
        assert!(read.sources.iter().any(|source| source.meta.captured.is_some()
            && source.meta.origin.is_some()
            && source.meta.authors.as_ref().is_some_and(|found| !found.reason.0.is_empty())
            && !source.report.dropped.is_empty()));
        // What was corrected is put back from the pack alone.
        let wishes = |to: Option<&str>| Wishes {
            corrections: vec![Correction {
                id: "a-2".into(),
                items: Item::ALL.map(|item| (item, to.map(str::to_owned))).to_vec(),
                blocks: Vec::new(),
            }],
            ..Wishes::default()
        };
        let corrected = run(Job::new(wishes(Some("")), Some(pack.clone())).unwrap()).1;
        assert_ne!(kept(&corrected), read.sources);
        assert!(run(Job::new(wishes(None), Some(corrected)).unwrap()).1 == pack);
    }

    #[test]
    fn sources_are_left_out_corrected_and_added() {
        let (_, pack) = made();
        let wishes = Wishes {
            keep: Some(vec!["a".into()]),
            title: Some("One".into()),
            corrections: vec![
                Correction {
                    id: "a".into(),
                    items: vec![(Item::Outlet, Some("The Example".into()))],
                    ..Default::default()
                },
                Correction { id: "gone".into(), ..Default::default() },
            ],
            ..Wishes::default()
        };
        let mut job = Job::new(wishes, Some(pack)).unwrap();
        job.file("x/a.txt", b"Another text of the same name.".to_vec());
        let (reports, pack) = run(job);
        let engine = Engine::open(pack).unwrap();
        let sources: Vec<_> = engine
            .index()
            .sources
            .iter()
            .map(|source| (source.id().to_owned(), source.outlet().map(str::to_owned)))
            .collect();
        assert_eq!(sources, [("a".into(), Some("The Example".into())), ("a-2".to_owned(), None)]);
        assert_eq!(engine.index().title(), "One");
        let Some(Report::Done { problems, .. }) = reports.last() else { panic!("it is not done") };
        assert_eq!(problems, &["gone: there is no such source"]);
    }

    #[test]
    fn sources_stand_in_the_order_that_was_wished_and_notes_stay_with_them() {
        let note = |source: &str| Note { source: source.into(), at: None, text: "see".into() };
        let (_, pack) = made();
        let order = |ids: &[&str]| Some(ids.iter().map(|id| (*id).to_owned()).collect());
        let notes = Some(vec![note("a"), note("gone")]);
        let wishes = Wishes { keep: order(&["a", "b", "a"]), notes, ..Wishes::default() };
        let (_, turned) = run(Job::new(wishes, Some(pack.clone())).unwrap());
        let index = |pack: &Vec<u8>| {
            let engine = Engine::open(pack.clone()).unwrap();
            let ids: Vec<_> =
                engine.index().sources.iter().map(|source| source.id().to_owned()).collect();
            (ids, engine.index().presets().notes)
        };
        assert_eq!(index(&pack).0, ["b", "a"], "the author's order");
        assert_eq!(index(&turned), (vec!["a".to_owned(), "b".to_owned()], vec![note("a")]));
        let back = Wishes { keep: order(&["b", "a"]), ..Wishes::default() };
        let (_, back) = run(Job::new(back, Some(turned)).unwrap());
        assert_eq!(index(&back).1, [note("a")], "they are kept unless said otherwise");
    }

    #[test]
    fn what_leaves_nothing_is_refused_with_a_reason() {
        let (_, pack) = made();
        let none = Wishes { keep: Some(Vec::new()), ..Wishes::default() };
        let error = Job::new(none, Some(pack.clone())).unwrap().step().err().unwrap();
        assert!(error.to_string().starts_with("no source would be left"), "{error}");
        let mut job = Job::new(Wishes::default(), Some(pack)).unwrap();
        job.file("empty.txt", Vec::new());
        let reports = run(job).0;
        let is_told = |report: &Report| match report {
            Report::File(file) => file.name == "empty.txt" && file.problems.len() == 1,
            _ => false,
        };
        assert!(reports.iter().any(is_told), "{reports:?}");
        assert!(matches!(reports.last(), Some(Report::Done { sources: 2, .. })));
        assert!(Job::new(Wishes::default(), Some(b"no pack".to_vec())).is_err());
    }
}
