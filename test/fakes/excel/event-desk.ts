import { rectText } from "#test/fakes/workbook/rect.ts";
import type { ChangeKind, Origin, WorkbookEvent } from "#test/fakes/workbook/change-log.ts";
import { WHOLE_SHEET } from "#test/fakes/workbook/rect.ts";

/** Numbers of the events on the wire. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  formatted: 18,
  rowsSorted: 19,
  protection: 24,
} as const;
const WHOLE_WORKBOOK = "Workbook";

/** One message: category, type, target, JSON, id, done elsewhere. */
export type EventEntry = readonly [
  category: number,
  type: number,
  target: string,
  json: string,
  id: number,
  isRemote: boolean,
];

/** Single cells tell what stood in them. */
export interface EditDetails {
  readonly valueBefore: unknown;
  readonly valueAfter: unknown;
  readonly valueTypeBefore: string;
  readonly valueTypeAfter: string;
}

/** Keeps who listens to what, and turns what happens to the workbook into Excel's messages. */
export class EventDesk {
  readonly #registered = new Map<string, number>();
  readonly #waiting: EventEntry[] = [];
  #nextId = 1;
  /** Of the edit that is being told, as only the one who types knows what stood there. */
  details: (() => EditDetails) | undefined;

  /** @param target id of a worksheet; undefined: all of them */
  register(type: number, target = WHOLE_WORKBOOK): void {
    const key = `${type} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }
  unregister(type: number, target = WHOLE_WORKBOOK): void {
    const key = `${type} ${target}`;
    const left = (this.#registered.get(key) ?? 0) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }
  /** How many listeners are left: none, once a host was closed. */
  get registrations(): number {
    return [...this.#registered.values()].reduce((sum, count) => sum + count, 0);
  }

  /** What is to be delivered now; empty afterwards. */
  take(): readonly EventEntry[] {
    return this.#waiting.splice(0);
  }

  tell(event: WorkbookEvent, previous: string | undefined): void {
    switch (event.type) {
      case "change":
        this.#tellChange(event);
        return;
      case "selection":
        this.#add(EVENT.selected, event, { address: rectText(event.rect), isInsideTable: false });
        return;
      case "activated":
        if (previous !== undefined) this.#add(EVENT.deactivated, { sheet: previous, origin: event.origin }, {});
        this.#add(EVENT.activated, event, {});
        return;
      case "double-click":
        return;
    }
  }

  #tellChange(event: Extract<WorkbookEvent, { type: "change" }>): void {
    const { kind } = event;
    const address = rectText(event.rect ?? WHOLE_SHEET);
    const source = event.origin === "remote" ? "Remote" : "Local";
    const changeType = CHANGE_TYPES[kind];
    if (changeType !== undefined) {
      const triggerSource = event.origin === "addin" ? "ThisLocalAddin" : "Unknown";
      this.#add(EVENT.changed, event, {
        changeType,
        source,
        address,
        triggerSource,
        shiftDirection: SHIFTS[kind] ?? "None",
        ...this.details?.(),
      });
    }
    const also = ALSO[kind];
    if (also !== undefined) this.#add(also, event, event.rect === null ? { source } : { source, address });
  }

  #add(type: number, about: { readonly sheet: string; readonly origin: Origin }, facts: object): void {
    const json = JSON.stringify({ worksheetId: about.sheet, workbookId: "", ...facts });
    for (const target of [about.sheet, WHOLE_WORKBOOK]) {
      if (!this.#registered.has(`${type} ${target}`)) continue;
      this.#waiting.push([65536, type, target, json, this.#nextId, about.origin === "remote"]);
      this.#nextId += 1;
    }
  }
}

const ALSO: Partial<Record<ChangeKind, number>> = {
  sorted: EVENT.rowsSorted,
  format: EVENT.formatted,
  "sheet-added": EVENT.added,
  "sheet-deleted": EVENT.deleted,
  protection: EVENT.protection,
};

const CHANGE_TYPES: Partial<Record<ChangeKind, string>> = {
  cells: "RangeEdited",
  sorted: "RangeEdited",
  undone: "RangeEdited",
  "rows-moved": "RangeEdited",
  "columns-moved": "RangeEdited",
  "rows-inserted": "RowInserted",
  "rows-deleted": "RowDeleted",
  "columns-inserted": "ColumnInserted",
  "columns-deleted": "ColumnDeleted",
};

const SHIFTS: Partial<Record<ChangeKind, string>> = {
  "rows-inserted": "ShiftCellDown",
  "rows-deleted": "ShiftCellUp",
  "columns-inserted": "ShiftCellRight",
  "columns-deleted": "ShiftCellLeft",
};
