import { mkdir, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { adoptionOf, toldOfBase } from "#core/report/definition/adopted-tables.ts";
import type { DefinitionProblem } from "#core/report/definition/definition-problem.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { isSetFile, SET_FILE } from "#core/report/definition/set-files.ts";
import { setBook } from "#core/sheet/report-set/set-book.ts";
import { setTexts, type SetTextsRefusal } from "#core/sheet/report-set/set-texts.ts";
import { sayDefinitionProblem } from "#core/wording/say-definition-problem.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { INTAKE_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { readWorkbook } from "#service/workbook/intake/read-workbook.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { done, refused } from "#service/cli/answers.ts";
import { boundForm } from "#service/cli/report/bound-form.ts";
import { UsageError, type Command, type CommandAnswer } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { endInterrupted, replaceFolder } from "#service/cli/report/replace-folder.ts";
import { required } from "#service/cli/with-services.ts";
import { writeOutput } from "#service/cli/write-output.ts";

const FORMS = join(SHIPPED, "annual-report");
const FORM = /^[\w-]{1,40}$/u;

/** A form's definition as a workbook to edit (R1). Needs no database. */
export const reportSetExport: Command = {
  words: "report set-export",
  takes: ["SET"],
  options: { out: { type: "string" } },
  about: "the definition of a report set as an .xlsx to edit 导出报表定义",
  run: async (call) => {
    const [id = "", out] = [call.operands[0], required(call, "out")];
    if (!FORM.test(id)) throw new UsageError("SET is the id of a form: 2017");
    const texts = await loadSetTexts(join(FORMS, id));
    const issuedAt = new Date().toISOString();
    const book = setBook(texts, { id, title: texts.get(SET_FILE)?.split("\n")[0] ?? id, issuedAt });
    await writeOutput(out, await renderXlsx(book));
    return done({ set: id, files: texts.size, file: out }, [`${out}  ${String(texts.size)} 个文件 files`]);
  },
};

/** The edited workbook as text files again; a definition that cannot be used is told line by line and not written. */
export const reportSetImport: Command = {
  words: "report set-import",
  takes: ["FILE.xlsx"],
  options: { out: { type: "string" }, replace: { type: "boolean" } },
  about: "text files of a report set from its edited workbook; --replace: into a folder that has some 导入报表定义",
  run: async (call) => {
    const folder = required(call, "out");
    const content = await readInput(call.operands[0] ?? "", INTAKE_LIMITS.fileBytes);
    if (!content.ok) return refused(content.refusal, sayRefusal("zh-CN", content.refusal));
    const reading = await readWorkbook(content.value);
    if (!reading.ok) return refused(reading.refusal, sayRefusal("zh-CN", reading.refusal));
    const texts = setTexts(reading.value);
    if (!texts.ok) return refused(texts.refusal, sayTextsRefusal(texts.refusal));
    const problems = await problemsOf(texts.value);
    if (problems.length > 0) return wrong(problems);
    await mkdir(dirname(resolve(folder)), { recursive: true });
    await endInterrupted(folder);
    if (!call.flag("replace") && (await hasFiles(folder)))
      return refused({ code: "folder-not-empty" }, `${folder} 不是空文件夹：另换一个，或加 --replace 替换其中的表式`);
    // A table that the workbook no longer has must not stay in the form.
    await replaceFolder(folder, { texts: texts.value, isReplaced: (name) => isSetFile(name) || texts.value.has(name) });
    return done({ folder, files: [...texts.value.keys()] }, [`${folder}  ${String(texts.value.size)} 个文件 files`]);
  },
};

async function hasFiles(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).length > 0;
}

async function problemsOf(texts: ReadonlyMap<string, string>): Promise<readonly DefinitionProblem[]> {
  const adoption = adoptionOf(texts.get(SET_FILE) ?? "");
  const base = adoption ? readSet(await loadSetTexts(join(FORMS, adoption.id))) : undefined;
  if (base && !base.ok) return toldOfBase(adoption?.id ?? "", base.refusal.problems);
  const read = readSet(texts, base?.value);
  return read.ok ? (await boundForm(read.value)).problems : read.refusal.problems;
}

function wrong(problems: readonly DefinitionProblem[]): CommandAnswer {
  return { exitCode: 1, data: { problems }, lines: problems.map((each) => sayDefinitionProblem("zh-CN", each)) };
}

function sayTextsRefusal(refusal: SetTextsRefusal): string {
  switch (refusal.code) {
    case "set-sheet-name-crooked":
      return `工作表“${refusal.sheet}”应以文件名命名，如 table-44`;
    case "set-sheet-formula":
      return `工作表“${refusal.sheet}”第 ${String(refusal.row)} 行有公式，应设为文本后重新填写`;
    case "set-sheets-missing":
      return "没有工作表";
  }
}
