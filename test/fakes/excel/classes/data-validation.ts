import type { Validation } from "#test/fakes/workbook/cell-model.ts";
import { type CellBlocks, shared } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import type { HostClass } from "../host-class.ts";
import { guardBlocks } from "../guarded-blocks.ts";
import { oneOf } from "./wire-values.ts";

const LONGEST = { title: 32, message: 255, alertMessage: 225, formula: 255 } as const;
const TYPES = {
  None: undefined,
  List: "list",
  Decimal: "decimal",
  WholeNumber: "wholeNumber",
  TextLength: "textLength",
  Date: "date",
  Custom: "custom",
} as const;
const WIRE = {
  list: "list",
  decimal: "decimal",
  wholeNumber: "wholeNumber",
  textLength: "textLength",
  date: "date",
  custom: "custom",
} as const;
const STYLES = { Stop: "stop", Warning: "warning", Information: "information" } as const;

export const DATA_VALIDATION: HostClass<CellBlocks> = {
  name: "DataValidation",
  properties: {
    Type: { get: typeOf },
    Rule: { get: (blocks) => common(blocks, (validation) => (validation ? ruleOnWire(validation) : {})), set: setRule },
    IgnoreBlanks: {
      get: (blocks) => common(blocks, (validation) => validation?.ignoreBlanks ?? true),
      set: (blocks, value, desk) =>
        change(blocks, desk, (validation) => ({ ...validation, ignoreBlanks: value === true })),
    },
    Prompt: {
      get: (blocks) => common(blocks, (validation) => promptOnWire(validation?.prompt)),
      set: setPrompt,
    },
    ErrorAlert: {
      get: (blocks) => common(blocks, (validation) => alertOnWire(validation?.alert)),
      set: setAlert,
    },
  },
  methods: {
    Clear: (blocks, _args, desk) => {
      guardBlocks(desk, "validation", blocks);
      for (const rect of blocks.rects) desk.workbook.format(blocks.sheet, rect, { validation: undefined });
    },
  },
};

/** null where cells differ. */
function common<V>(blocks: CellBlocks, of: (validation: Validation | undefined) => V): V | null {
  return shared(blocks, ({ validation }) => of(validation));
}

function typeOf(blocks: CellBlocks): string {
  const type = common(
    blocks,
    (validation) => Object.entries(TYPES).find(([, name]) => name === validation?.type)?.[0] ?? "None",
  );
  return type ?? (common(blocks, (validation) => validation !== undefined) === null ? "Inconsistent" : "MixedCriteria");
}

function setRule(blocks: CellBlocks, value: unknown, desk: Desk): void {
  guardBlocks(desk, "validation", blocks);
  const rule = parseRule(value);
  for (const rect of blocks.rects) {
    desk.workbook.format(blocks.sheet, rect, ({ validation }) => ({ validation: { ...kept(validation), ...rule } }));
  }
}

function kept(validation: Validation | undefined): Pick<Validation, "ignoreBlanks" | "prompt" | "alert"> {
  const { ignoreBlanks = true, prompt, alert = DEFAULT_ALERT } = validation ?? {};
  return { ignoreBlanks, alert, ...(prompt === undefined ? {} : { prompt }) };
}

const DEFAULT_ALERT = { title: "", message: "", style: "stop", show: true } as const;

type Rule = Pick<Validation, "type" | "operator" | "formula1" | "formula2" | "dropDown">;

/** One criterion: {list: ...}, {decimal: ...} and so on. */
function parseRule(value: unknown): Rule {
  const given = Object.entries(value ?? {}).filter(([, criterion]) => criterion !== null && criterion !== undefined);
  const [name = "", criterion] = given[0] ?? [];
  const type = WIRE[name as keyof typeof WIRE] as Validation["type"] | undefined;
  if (given.length !== 1 || type === undefined) throw new ExcelFailure("InvalidArgument");
  const facts = criterion as Readonly<Record<string, unknown>>;
  if (type === "list") {
    return { type, formula1: formula(facts["source"], true), dropDown: facts["inCellDropDown"] !== false };
  }
  return type === "custom" ? { type, formula1: formula(facts["formula"]) } : parseComparison(type, facts);
}

function parseComparison(type: Validation["type"], facts: Readonly<Record<string, unknown>>): Rule {
  const operator = oneOf(facts["operator"], OPERATORS);
  const rule = { type, operator, formula1: formula(facts["formula1"]) };
  return operator.endsWith("Between") ? { ...rule, formula2: formula(facts["formula2"]) } : rule;
}

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;

function formula(value: unknown, isList = false): string | number {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value === "" || value.length > LONGEST.formula)
    throw new ExcelFailure("InvalidArgument");
  return isList || value.startsWith("=") || !Number.isNaN(Number(value)) ? value : `="${value}"`;
}

function setPrompt(blocks: CellBlocks, value: unknown, desk: Desk): void {
  const prompt = value as { readonly title?: string; readonly message?: string; readonly showPrompt?: boolean };
  const [title, message] = [limited(prompt.title, LONGEST.title), limited(prompt.message, LONGEST.message)];
  change(blocks, desk, (validation) => ({
    ...validation,
    prompt: { title, message, show: prompt.showPrompt !== false },
  }));
}

function setAlert(blocks: CellBlocks, value: unknown, desk: Desk): void {
  const alert = value as {
    readonly title?: string;
    readonly message?: string;
    readonly showAlert?: boolean;
    readonly style?: string;
  };
  const style = STYLES[(alert.style ?? "Stop") as keyof typeof STYLES] as
    (typeof STYLES)[keyof typeof STYLES] | undefined;
  if (style === undefined) throw new ExcelFailure("InvalidArgument");
  const [title, message] = [limited(alert.title, LONGEST.title), limited(alert.message, LONGEST.alertMessage)];
  change(blocks, desk, (validation) => ({
    ...validation,
    alert: { title, message, style, show: alert.showAlert !== false },
  }));
}

/** A message needs a rule to hang on. */
function change(blocks: CellBlocks, desk: Desk, next: (validation: Validation) => Validation): void {
  guardBlocks(desk, "validation", blocks);
  for (const rect of blocks.rects) {
    desk.workbook.format(blocks.sheet, rect, ({ validation }) => {
      if (!validation) throw new ExcelFailure("InvalidOperation");
      return { validation: next(validation) };
    });
  }
}

function limited(text: string | undefined, longest: number): string {
  const given = text ?? "";
  if (given.length > longest) throw new ExcelFailure("InvalidArgument");
  return given;
}

function ruleOnWire({ type, operator, formula1, formula2, dropDown }: Validation): object {
  if (type === "list") return { list: { source: formula1, inCellDropDown: dropDown !== false } };
  if (type === "custom") return { custom: { formula: formula1 } };
  return { [type]: { formula1, operator, ...(formula2 === undefined ? {} : { formula2 }) } };
}

function promptOnWire(prompt: Validation["prompt"]): object {
  return { title: prompt?.title ?? "", message: prompt?.message ?? "", showPrompt: prompt?.show ?? true };
}

function alertOnWire(alert: Validation["alert"]): object {
  const style = Object.entries(STYLES).find(([, name]) => name === alert?.style)?.[0] ?? "Stop";
  return { title: alert?.title ?? "", message: alert?.message ?? "", showAlert: alert?.show ?? true, style };
}
