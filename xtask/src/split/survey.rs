//! What a module consists of.
//!
//! In: its bytes. Out: [`Survey`]: its functions with their types, names, and what each uses;
//! what it exports; what stands in its table. Indices are those of the module. Nothing is
//! judged or changed here.

use anyhow::{Context as _, Result, bail};
use wasmparser::{
    CompositeInnerType, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody,
    GlobalType, KnownCustom, MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

/// A module, taken apart.
#[derive(Default)]
pub struct Survey<'a> {
    /// The types, as they are written.
    pub types: Vec<u8>,
    /// The type of each function by number: imported ones first.
    pub functions: Vec<u32>,
    /// What each type of a function says.
    pub signatures: Vec<Option<FuncType>>,
    /// How many functions are imported.
    pub imported: u32,
    /// Bodies of the others, in order.
    pub bodies: Vec<(FunctionBody<'a>, Uses)>,
    names: Vec<Option<String>>,
    /// Functions that are exported.
    pub exports: Vec<(&'a str, u32)>,
    /// The function that runs first.
    pub start: Option<u32>,
    /// The tables' types.
    pub tables: Vec<TableType>,
    /// The memories' types.
    pub memories: Vec<MemoryType>,
    /// The globals' types.
    pub globals: Vec<GlobalType>,
    /// Functions that are called by their number.
    pub in_table: Vec<u32>,
    /// The table of functions.
    pub table: u32,
    /// How many places it has.
    pub table_size: u32,
}

/// What a function uses.
#[derive(Default)]
pub struct Uses {
    pub functions: Vec<u32>,
    pub globals: Vec<u32>,
    pub tables: Vec<u32>,
}

impl<'a> Survey<'a> {
    /// Takes a module apart.
    pub fn of(module: &'a [u8]) -> Result<Self> {
        let mut survey = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            survey.take(payload?, module)?;
        }
        let is_functions = |table: &TableType| table.element_type.is_func_ref();
        let table = survey.tables.iter().position(is_functions);
        let table = table.context("it has no table of functions")?;
        survey.table = u32::try_from(table)?;
        survey.table_size = u32::try_from(survey.tables[table].initial)?;
        survey.names.resize(survey.functions.len(), None);
        Ok(survey)
    }

    /// The functions that are not imported, by number.
    pub fn defined(&self) -> impl Iterator<Item = u32> + use<> {
        let bodies = u32::try_from(self.bodies.len()).unwrap_or_default();
        self.imported..self.imported + bodies
    }

    /// The name of a function, as Rust writes paths.
    pub fn name(&self, function: u32) -> Option<&str> {
        self.names[function as usize].as_deref()
    }

    /// What a function uses; imported ones use nothing of the module.
    pub fn uses(&self, function: u32) -> &Uses {
        static NOTHING: Uses =
            Uses { functions: Vec::new(), globals: Vec::new(), tables: Vec::new() };
        let body = function.checked_sub(self.imported);
        body.map_or(&NOTHING, |body| &self.bodies[body as usize].1)
    }

    /// What a function takes and gives.
    pub fn signature(&self, function: u32) -> Result<&FuncType> {
        let signature = &self.signatures[self.functions[function as usize] as usize];
        signature.as_ref().context("a function's type is none of a function")
    }

    fn take(&mut self, payload: Payload<'a>, module: &'a [u8]) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                let range = section.range();
                self.types =
                    module[usize::try_from(range.start)?..usize::try_from(range.end)?].to_vec();
                for group in section {
                    for ty in group?.into_types() {
                        self.signatures.push(match ty.composite_type.inner {
                            CompositeInnerType::Func(signature) => Some(signature),
                            _ => None,
                        });
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    match import?.ty {
                        TypeRef::Func(ty) => {
                            self.functions.push(ty);
                            self.imported += 1;
                        }
                        TypeRef::Table(ty) => self.tables.push(ty),
                        TypeRef::Memory(ty) => self.memories.push(ty),
                        TypeRef::Global(ty) => self.globals.push(ty),
                        other => bail!("it imports {other:?}, which no program of ours does"),
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    self.functions.push(ty?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exports.push((export.name, export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    if !matches!(element.kind, ElementKind::Active { .. }) {
                        bail!("it has parts of a table that nobody put there");
                    }
                    match element.items {
                        ElementItems::Functions(functions) => {
                            for function in functions {
                                self.in_table.push(function?);
                            }
                        }
                        ElementItems::Expressions(_, expressions) => {
                            for expression in expressions {
                                for operator in expression?.get_operators_reader() {
                                    if let Operator::RefFunc { function_index } = operator? {
                                        self.in_table.push(function_index);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let uses = uses(&body)?;
                self.bodies.push((body, uses));
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        if let Name::Function(names) = name? {
                            for naming in names {
                                let naming = naming?;
                                let at = naming.index as usize;
                                self.names.resize(self.names.len().max(at + 1), None);
                                self.names[at] = Some(plain_path(naming.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn uses(body: &FunctionBody<'_>) -> Result<Uses> {
    let mut uses = Uses::default();
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        match reader.read()? {
            Operator::Call { function_index } | Operator::RefFunc { function_index } => {
                uses.functions.push(function_index);
            }
            Operator::ReturnCall { function_index } => uses.functions.push(function_index),
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                uses.globals.push(global_index);
            }
            Operator::CallIndirect { table_index: table, .. }
            | Operator::TableGet { table }
            | Operator::TableSet { table }
            | Operator::TableGrow { table }
            | Operator::TableSize { table }
            | Operator::TableFill { table } => uses.tables.push(table),
            Operator::MemoryInit { .. }
            | Operator::DataDrop { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. } => bail!("a function moves the module's own data"),
            _ => {}
        }
    }
    Ok(uses)
}

/// A path without the hashes of crates, mangled or not.
fn plain_path(name: &str) -> String {
    let path = format!("{:#}", rustc_demangle::demangle(name));
    let mut parts = path.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() > 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
                plain.push_str(rest);
            }
            _ => {
                plain.push('[');
                plain.push_str(part);
            }
        }
    }
    plain
}
