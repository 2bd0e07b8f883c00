//! The module that is loaded later.
//!
//! In: what is known of the whole module, and the plan. Out: a module of the late functions
//! alone. All that they need besides, [`Needs`], it imports from the first module; those that
//! have a stub it puts into their places in the table as it is loaded. It has no memory and no
//! data of its own.

use std::{borrow::Cow, collections::BTreeSet};

use anyhow::{Context as _, Result, anyhow};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, FunctionSection, ImportSection,
    Module, RawSection, SectionId,
    reencode::{Error, Reencode},
};

use super::{FIRST, Plan, survey::Survey};

/// What late functions need of the first module, by number there.
pub struct Needs {
    functions: Vec<u32>,
    globals: Vec<u32>,
    tables: Vec<u32>,
    memories: Vec<u32>,
}

/// One of them.
#[derive(Clone, Copy)]
pub enum Need {
    Function(u32),
    Global(u32),
    Table(u32),
    Memory(u32),
}

impl Needs {
    pub fn of(survey: &Survey<'_>, plan: &Plan) -> Self {
        let mut functions = BTreeSet::new();
        let mut globals = BTreeSet::new();
        let mut tables = BTreeSet::from([survey.table]);
        for &late in &plan.late {
            let uses = survey.uses(late);
            functions.extend(uses.functions.iter().filter(|f| !plan.late.contains(f)));
            globals.extend(&uses.globals);
            tables.extend(&uses.tables);
        }
        Self {
            functions: functions.into_iter().collect(),
            globals: globals.into_iter().collect(),
            tables: tables.into_iter().collect(),
            memories: (0..).take(survey.memories.len()).collect(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Need> + '_ {
        let functions = self.functions.iter().map(|&index| Need::Function(index));
        let globals = self.globals.iter().map(|&index| Need::Global(index));
        let tables = self.tables.iter().map(|&index| Need::Table(index));
        let memories = self.memories.iter().map(|&index| Need::Memory(index));
        functions.chain(globals).chain(tables).chain(memories)
    }
}

impl Need {
    /// Under which name the first module exports it: short, for there are many.
    pub fn name(self) -> String {
        let (kind, index) = match self {
            Self::Function(index) => ("", index),
            Self::Global(index) => ("g", index),
            Self::Table(index) => ("t", index),
            Self::Memory(index) => ("m", index),
        };
        format!("{kind}{index}")
    }
}

/// Writes it.
pub fn write(survey: &Survey<'_>, plan: &Plan, needs: &Needs) -> Result<Vec<u8>> {
    let late: Vec<u32> = plan.late.iter().copied().collect();
    let mut writer = Writer { needs, late: &late };
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    for &function in &late {
        functions.function(survey.functions[function as usize]);
        let body = &survey.bodies[(function - survey.imported) as usize].0;
        writer.parse_function_body(&mut code, body.clone()).map_err(plain)?;
    }
    let places = plan
        .stubs
        .iter()
        .map(|&f| writer.function_index(f))
        .collect::<Result<Vec<_>, _>>()
        .map_err(plain)?;
    let table = writer.table_index(survey.table).map_err(plain)?;
    let base = i32::try_from(plan.base).context("the table is too large")?;
    let mut elements = ElementSection::new();
    elements.active(
        Some(table),
        &ConstExpr::i32_const(base),
        Elements::Functions(Cow::Owned(places)),
    );
    let mut module = Module::new();
    module.section(&RawSection { id: SectionId::Type as u8, data: &survey.types });
    module.section(&imports(survey, plan, needs, &mut writer)?);
    module.section(&functions).section(&elements).section(&code);
    Ok(module.finish())
}

fn imports(
    survey: &Survey<'_>,
    plan: &Plan,
    needs: &Needs,
    writer: &mut Writer<'_>,
) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    for need in needs.iter() {
        let ty = match need {
            Need::Function(index) => EntityType::Function(survey.functions[index as usize]),
            Need::Global(index) => EntityType::Global(
                writer.global_type(survey.globals[index as usize]).map_err(plain)?,
            ),
            Need::Table(index) => {
                let mut table = survey.tables[index as usize];
                if index == survey.table {
                    let more = plan.stubs.len() as u64;
                    table.initial += more;
                    table.maximum = table.maximum.map(|most| most + more);
                }
                EntityType::Table(writer.table_type(table).map_err(plain)?)
            }
            Need::Memory(index) => EntityType::Memory(
                writer.memory_type(survey.memories[index as usize]).map_err(plain)?,
            ),
        };
        imports.import(FIRST, &need.name(), ty);
    }
    Ok(imports)
}

/// Gives things their numbers in the new module: the imported ones first.
struct Writer<'a> {
    needs: &'a Needs,
    late: &'a [u32],
}

impl Reencode for Writer<'_> {
    type Error = anyhow::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let Ok(defined) = self.late.binary_search(&function) else {
            return place(&self.needs.functions, function);
        };
        number(self.needs.functions.len() + defined)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Self::Error>> {
        place(&self.needs.globals, global)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Self::Error>> {
        place(&self.needs.tables, table)
    }
}

/// Where `index` stands in a sorted list.
fn place(list: &[u32], index: u32) -> Result<u32, Error<anyhow::Error>> {
    let place = list.binary_search(&index);
    number(place.map_err(|_| Error::UserError(anyhow!("{index} was overlooked")))?)
}

fn number(place: usize) -> Result<u32, Error<anyhow::Error>> {
    u32::try_from(place).map_err(|error| Error::UserError(error.into()))
}

/// The error of a writer as everybody else's.
pub fn plain(error: Error<anyhow::Error>) -> anyhow::Error {
    match error {
        Error::UserError(error) => error,
        other => anyhow!("{other}"),
    }
}
