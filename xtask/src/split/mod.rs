//! Splits the page's wasm into what is needed at once and what comes later.
//!
//! In: a module with the names of its functions, and which of them are late by name. Out: two
//! modules, [`Parts`]. A function is late if it was named so, or if only late functions lead to
//! it; the call graph decides, so nobody keeps a list. Each late function that others may call
//! leaves a stub behind, which loads the second module, if need be, and calls through the
//! table. The second module shares memory, table and globals with the first. The method is
//! that of Binaryen's wasm-split, which is not among the tools that npm carries; what the two
//! modules do is what the one did.

mod late;
mod now;
mod survey;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};

use survey::Survey;

/// The export that stubs call: it loads the second module unless it is there. By that name
/// the library has it (`src/web/late.rs`).
const LOAD: &str = "load_late";

/// Under this name the second module imports from the first.
const FIRST: &str = "now";

/// The two modules.
pub struct Parts {
    /// What is loaded first.
    pub now: Vec<u8>,
    /// What it loads when it first calls what is in there.
    pub late: Vec<u8>,
}

/// What goes where.
struct Plan {
    /// The late functions, in order.
    late: BTreeSet<u32>,
    /// Those of them that need a stub, in order; each has a place in the table.
    stubs: Vec<u32>,
    /// The first of these places.
    base: u32,
    /// The function that stubs call first.
    load: u32,
}

/// Splits `module`; `is_late` gets the names of functions as Rust writes paths.
///
/// # Errors
///
/// Fails if the bytes are not a module as the Rust compiler and wasm-bindgen make them.
pub fn split(module: &[u8], is_late: impl Fn(&str) -> bool) -> Result<Parts> {
    let survey = Survey::of(module).context("the module cannot be read")?;
    let plan = plan(&survey, is_late)?;
    let needs = late::Needs::of(&survey, &plan);
    Ok(Parts {
        now: now::write(module, &survey, &plan, &needs)?,
        late: late::write(&survey, &plan, &needs)?,
    })
}

fn plan(survey: &Survey<'_>, is_late: impl Fn(&str) -> bool) -> Result<Plan> {
    let named: BTreeSet<u32> =
        survey.defined().filter(|&f| survey.name(f).is_some_and(&is_late)).collect();
    let load = survey.exports.iter().find(|(name, _)| *name == LOAD);
    let load = load.with_context(|| format!("the module has no export {LOAD}"))?.1;
    // What others can reach: by name, by number in the table, or at the start.
    let outside = survey.exports.iter().map(|&(_, f)| f).chain(survey.start);
    let entries: Vec<u32> = outside.chain(survey.in_table.iter().copied()).collect();
    let mut now = BTreeSet::new();
    let mut ahead: Vec<u32> = entries.clone();
    while let Some(function) = ahead.pop() {
        if !named.contains(&function) && now.insert(function) {
            ahead.extend(survey.uses(function).functions.iter().copied());
        }
    }
    let late: BTreeSet<u32> = survey.defined().filter(|f| !now.contains(f)).collect();
    let called = now.iter().flat_map(|&f| &survey.uses(f).functions).chain(&entries);
    let stubs: BTreeSet<u32> = called.copied().filter(|f| late.contains(f)).collect();
    Ok(Plan { stubs: stubs.into_iter().collect(), late, base: survey.table_size, load })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, ImportSection, Instruction, Module, NameMap, NameSection,
        RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::Validator;

    use super::{LOAD, Parts, Survey, split};

    /// Function 0 is imported. `run` (2) calls `late::one` (3), which calls `helper` (4);
    /// `late::listed` (5) stands in the table.
    fn module(exports_load: bool) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("env", "tick", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for (ty, called) in [(0, 0), (1, 3), (1, 4), (1, 4), (1, 2)] {
            functions.function(ty);
            let mut body = Function::new([]);
            if ty == 1 {
                body.instruction(&Instruction::LocalGet(0));
            }
            // What calls itself calls nothing: it has to end.
            if called != functions.len() {
                body.instruction(&Instruction::Call(called));
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        let (minimum, maximum) = (2, Some(2));
        let table = TableType { element_type, minimum, maximum, table64: false, shared: false };
        tables.table(table);
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 2);
        if exports_load {
            exports.export(LOAD, ExportKind::Func, 1);
        }
        let mut elements = ElementSection::new();
        let listed = Elements::Functions(vec![5].into());
        elements.active(None, &ConstExpr::i32_const(1), listed);
        let mut names = NameMap::new();
        for (number, name) in [(1, "app::load"), (2, "app::run"), (3, "app::late::one")] {
            names.append(number, name);
        }
        names.append(4, "app::helper");
        names.append(5, "<app[0123456789abcdef]::late::Listed as app::Trait>::run");
        let mut named = NameSection::new();
        named.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code).section(&named);
        module.finish()
    }

    fn parts() -> Parts {
        split(&module(true), |name| name.contains("app::late::")).unwrap()
    }

    #[test]
    fn both_parts_are_modules() {
        let Parts { now, late } = parts();
        for part in [now, late] {
            Validator::new().validate_all(&part).unwrap();
        }
    }

    #[test]
    fn what_only_late_functions_call_comes_with_them() {
        let late = parts().late;
        let late = Survey::of(&late).unwrap();
        assert_eq!(late.bodies.len(), 3, "one, helper and listed");
        // `listed` calls what stays: it is imported.
        assert_eq!(late.imported, 1);
    }

    #[test]
    fn each_way_into_the_second_part_has_a_place_in_the_table_of_both() {
        let Parts { now, late } = parts();
        let (now, late) = (Survey::of(&now).unwrap(), Survey::of(&late).unwrap());
        assert_eq!((now.table_size, late.table_size), (4, 4));
        assert_eq!(late.in_table.len(), 2, "one and listed");
        // Each loads the second part before it calls anything.
        assert_eq!(now.uses(3).functions, [1]);
        assert_eq!(now.uses(5).functions, [1]);
        assert!(now.uses(4).functions.is_empty(), "nothing calls helper any more");
    }

    #[test]
    fn where_nothing_is_late_nothing_changes_place() {
        let Parts { now, late } = split(&module(true), |_| false).unwrap();
        assert_eq!(Survey::of(&now).unwrap().table_size, 2);
        assert_eq!(Survey::of(&late).unwrap().bodies.len(), 0);
    }

    #[test]
    fn a_module_that_cannot_load_the_second_part_is_refused() {
        let error = split(&module(false), |_| true).err().unwrap();
        assert!(error.to_string().contains(LOAD), "{error}");
    }
}
