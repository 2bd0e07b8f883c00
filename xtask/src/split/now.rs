//! The module that is loaded first.
//!
//! In: the whole module and the plan. Out: the same with stubs in place of late functions, room
//! for these in the table, and exports of what the late ones need. Functions keep their
//! numbers; what nobody calls any more wasm-opt takes away.

use anyhow::Result;
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Function, Instruction, Module, TableSection,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{ExportSectionReader, FunctionBody, Parser, TableSectionReader};

use super::{
    Plan,
    late::{Need, Needs, plain},
    survey::Survey,
};

/// Writes it.
pub fn write(module: &[u8], survey: &Survey<'_>, plan: &Plan, needs: &Needs) -> Result<Vec<u8>> {
    let mut written = Module::new();
    let mut writer = Writer { survey, plan, needs, at: survey.imported };
    writer.parse_core_module(&mut written, Parser::new(0), module).map_err(plain)?;
    Ok(written.finish())
}

struct Writer<'a> {
    survey: &'a Survey<'a>,
    plan: &'a Plan,
    needs: &'a Needs,
    /// The function whose body comes next.
    at: u32,
}

impl Writer<'_> {
    /// Loads what is late, and calls the function where it is then found.
    fn stub(&self, function: u32) -> Function {
        let mut stub = Function::new([]);
        let place = self.plan.stubs.binary_search(&function);
        let signature = self.survey.signature(function);
        if let (Ok(place), Ok(signature)) = (place, signature) {
            stub.instruction(&Instruction::Call(self.plan.load));
            for parameter in 0..signature.params().len() {
                stub.instruction(&Instruction::LocalGet(parameter as u32));
            }
            stub.instruction(&Instruction::I32Const((self.plan.base as usize + place) as i32));
            stub.instruction(&Instruction::CallIndirect {
                type_index: self.survey.functions[function as usize],
                table_index: self.survey.table,
            });
        } else {
            // Only late functions call it: it goes.
            stub.instruction(&Instruction::Unreachable);
        }
        stub.instruction(&Instruction::End);
        stub
    }
}

impl Reencode for Writer<'_> {
    type Error = anyhow::Error;

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for (number, table) in (0..).zip(section) {
            let mut table = table?;
            if number == self.survey.table {
                let more = self.plan.stubs.len() as u64;
                table.ty.initial += more;
                table.ty.maximum = table.ty.maximum.map(|most| most + more);
            }
            utils::parse_table(self, tables, table)?;
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_export_section(self, exports, section)?;
        for need in self.needs.iter() {
            let (kind, index) = match need {
                Need::Function(index) => (ExportKind::Func, index),
                Need::Global(index) => (ExportKind::Global, index),
                Need::Table(index) => (ExportKind::Table, index),
                Need::Memory(index) => (ExportKind::Memory, index),
            };
            exports.export(&need.name(), kind, index);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let function = self.at;
        self.at += 1;
        if self.plan.late.contains(&function) {
            code.function(&self.stub(function));
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }
}
