import type { Validation } from "../workbook/cell-model.ts";
import { WpsError } from "./gate.ts";
import { ALERT_STYLES, nameOfNumber, OPERATORS, VALIDATION_TYPES } from "./wps-numbers.ts";

/** The rules of a range's cells. */
export interface RuleDoor {
  any(has: (rule: Validation | undefined) => boolean): boolean;
  first(): Validation | undefined;
  change(change: (rule: Validation | undefined) => Validation | undefined): void;
}

/** As strict as the program is: a second Add, a message that is too long or a message without a rule fails. */
export class FakeValidation {
  readonly #door: RuleDoor;
  constructor(door: RuleDoor) {
    this.#door = door;
  }

  Delete(): void {
    this.#door.change(() => undefined);
  }
  Add(type: unknown, ...[style, operator, formula1, formula2]: unknown[]): void {
    if (this.#door.any((rule) => rule !== undefined)) throw new WpsError("已有数据有效性");
    const rule: Validation = {
      type: nameOfNumber(VALIDATION_TYPES, type),
      ...(operator === undefined ? {} : { operator: nameOfNumber(OPERATORS, operator) }),
      ...(formula1 === undefined ? {} : { formula1: formulaOf(formula1) }),
      ...(formula2 === undefined ? {} : { formula2: formulaOf(formula2) }),
      ignoreBlanks: true,
      dropDown: true,
      prompt: { title: "", message: "", show: true },
      alert: { title: "", message: "", style: nameOfNumber(ALERT_STYLES, style ?? 1), show: true },
    };
    if (rule.type === "list" && String(rule.formula1).length > 255) throw new WpsError("列表过长");
    this.#door.change(() => rule);
  }

  get Type(): number {
    return VALIDATION_TYPES[this.#one().type];
  }
  get IgnoreBlank(): boolean {
    return this.#one().ignoreBlanks;
  }
  set IgnoreBlank(ignoreBlanks: unknown) {
    this.#set((rule) => ({ ...rule, ignoreBlanks: ignoreBlanks === true }));
  }
  get InCellDropdown(): boolean {
    return this.#one().dropDown === true;
  }
  set InCellDropdown(dropDown: unknown) {
    this.#set((rule) => ({ ...rule, dropDown: dropDown === true }));
  }
  get InputTitle(): string {
    return this.#one().prompt?.title ?? "";
  }
  set InputTitle(title: unknown) {
    const text = short(title, 32);
    this.#set((rule) => ({ ...rule, prompt: { ...promptOf(rule), title: text } }));
  }
  get InputMessage(): string {
    return this.#one().prompt?.message ?? "";
  }
  set InputMessage(message: unknown) {
    const text = short(message, 255);
    this.#set((rule) => ({ ...rule, prompt: { ...promptOf(rule), message: text } }));
  }
  get ShowInput(): boolean {
    return this.#one().prompt?.show === true;
  }
  set ShowInput(show: unknown) {
    this.#set((rule) => ({ ...rule, prompt: { ...promptOf(rule), show: show === true } }));
  }
  get ErrorTitle(): string {
    return this.#one().alert?.title ?? "";
  }
  set ErrorTitle(title: unknown) {
    const text = short(title, 32);
    this.#set((rule) => ({ ...rule, alert: { ...alertOf(rule), title: text } }));
  }
  get ErrorMessage(): string {
    return this.#one().alert?.message ?? "";
  }
  set ErrorMessage(message: unknown) {
    const text = short(message, 255);
    this.#set((rule) => ({ ...rule, alert: { ...alertOf(rule), message: text } }));
  }
  get ShowError(): boolean {
    return this.#one().alert?.show === true;
  }
  set ShowError(show: unknown) {
    this.#set((rule) => ({ ...rule, alert: { ...alertOf(rule), show: show === true } }));
  }

  #one(): Validation {
    const rule = this.#door.first();
    if (!rule) throw new WpsError("没有数据有效性");
    return rule;
  }
  #set(change: (rule: Validation) => Validation): void {
    if (this.#door.any((rule) => rule === undefined)) throw new WpsError("没有数据有效性");
    this.#door.change((rule) => rule && change(rule));
  }
}

function short(text: unknown, most: number): string {
  if (typeof text !== "string" || text.length > most) throw new WpsError(`文字过长: ${most}`);
  return text;
}

function formulaOf(formula: unknown): string {
  if (typeof formula !== "string") throw new Error("a formula of a rule is text");
  return formula;
}

function promptOf(rule: Validation): NonNullable<Validation["prompt"]> {
  return rule.prompt ?? { title: "", message: "", show: true };
}

function alertOf(rule: Validation): NonNullable<Validation["alert"]> {
  return rule.alert ?? { title: "", message: "", style: "stop", show: true };
}
