import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { Cell } from "../cell.ts";
import { textCell } from "../draft/make-cell.ts";
import { dataRow } from "../draft/plain-table.ts";
import type { Row } from "../sheet.ts";
import { choiceCell, editableCell } from "./editable-cell.ts";
import type { HeadField, TemplateWords } from "./template-words.ts";

/** Name, year, level and the single values of the policy, one per row. */
export function headRows(body: TemplateBody, words: TemplateWords): readonly Row[] {
  const { policy } = body;
  const values: Readonly<Record<HeadField, Cell>> = {
    name: editableCell(body.name),
    year: editableCell(String(body.year)),
    level: choiceCell(body.level, words.levels),
    base: editableCell(policy.base),
    quantitativeWeight: editableCell(policy.quantitativeWeight),
    qualitativeWeight: editableCell(policy.qualitativeWeight),
    scale: choiceCell(policy.scale, words.scales),
    combine: choiceCell(policy.combine, words.combines),
    decimals: editableCell(String(policy.decimals)),
    veto: choiceCell(policy.veto, words.vetoes),
    floor: editableCell(policy.floor),
  };
  return Object.entries(values).map(([field, value]) =>
    dataRow(field, { field: textCell(words.head[field as HeadField]), value }),
  );
}
