import type { ExcelFailureCode } from "./failure.ts";

/** Status of a call that was not even tried. */
export const STATUS = {
  tooManyCalls: 5102,
  requestTooLarge: 5103,
  answerTooLarge: 5104,
  modalDialog: 5016,
  sessionGone: 5012,
  accessDenied: 7000,
} as const;

type Fault =
  | { readonly type: "status"; readonly status: number }
  | { readonly type: "code"; readonly code: ExcelFailureCode; readonly afterActions: number };

interface Planned {
  /** Calls that still go well before it. */
  wait: number;
  readonly fault?: Fault;
  readonly run?: () => void;
}

/** What goes wrong, or happens in between, at the next calls. Only calls of kind "work" count. */
export class Faults {
  #planned: Planned[] = [];
  /** Tries that Excel refuses because a cell is being edited; Infinity until endEdit. */
  #editTries = 0;
  /** A host that takes everything and never answers. */
  silent = false;

  /** @param after calls that still go well before it */
  failWithStatus(status: number, after = 0): void {
    this.#planned.push({ wait: after, fault: { type: "status", status } });
  }
  /** The batch stops with that error, after some of its actions were done. */
  failWithCode(
    code: ExcelFailureCode,
    { after = 0, afterActions = 0 }: { readonly after?: number; readonly afterActions?: number } = {},
  ): void {
    this.#planned.push({ wait: after, fault: { type: "code", code, afterActions } });
  }
  /** Something that a person does just before the next call but `after`. */
  before(run: () => void, after = 0): void {
    this.#planned.push({ wait: after, run });
  }
  startEdit(tries = Infinity): void {
    this.#editTries = tries;
  }
  endEdit(): void {
    this.#editTries = 0;
  }
  get isEditing(): boolean {
    return this.#editTries > 0;
  }
  clear(): void {
    this.#planned = [];
  }
  /** Everything that was planned has happened. */
  get isSpent(): boolean {
    return this.#planned.length === 0;
  }

  /** The call that comes now: runs what happens before it, @returns what becomes of it. */
  next(): Fault | undefined {
    const due = this.#planned.filter(({ wait }) => wait <= 0);
    this.#planned = this.#planned.filter(({ wait }) => wait > 0);
    for (const planned of this.#planned) planned.wait -= 1;
    for (const { run } of due) run?.();
    if (this.#editTries > 0) {
      this.#editTries -= 1;
      return { type: "code", code: "InvalidOperationInCellEditMode", afterActions: 0 };
    }
    return due.find(({ fault }) => fault !== undefined)?.fault;
  }
}
