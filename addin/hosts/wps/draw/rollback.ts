import { HostFailure } from "#addin/hosts/host-failure.ts";
import { GENERAL, inputOf } from "#addin/hosts/plan/cells/cell-input.ts";
import type { TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import type { WpsPageSetup, WpsRange, WpsWorkbook, WpsWorksheet } from "../wps-application.ts";
import {
  addHidden,
  allSheets,
  ASIDE_PREFIX,
  type Kept,
  keptPieces,
  readKept,
  sheetNamed,
  writeKept,
} from "../cells/our-sheets.ts";
import { WPS } from "../wps-numbers.ts";
import { protectAs, protectionOf } from "./protect-sheet.ts";

/**
 * What puts the workbook back when a draw fails half way: each step leaves its reverse here, and they run from the last to
 * the first. Whole sheets are kept as copies that nobody sees; they are taken away when all went well.
 */
export class Rollback {
  readonly #workbook: WpsWorkbook;
  readonly #reverses: (() => void)[] = [];
  readonly #aside: WpsWorksheet[] = [];

  constructor(workbook: WpsWorkbook) {
    this.#workbook = workbook;
  }

  add(reverse: () => void): void {
    this.#reverses.push(reverse);
  }

  /**
   * All cells of a sheet that is going to change, with everything that they have; takes its protection off.
   * @param typedSince what the officer typed since, asked right before the cells are put back
   */
  keepSheet(sheet: WpsWorksheet, typedSince: () => readonly TypedCell[]): void {
    const protection = protectionOf(sheet);
    const copy = addHidden(this.#workbook, this.#freeName(), (made) => this.add(() => made.Delete()));
    sheet.Cells.Copy(copy.Cells);
    this.#aside.push(copy);
    // One with a password of the officer's own fails here, before anything is changed.
    if (protection) sheet.Unprotect();
    let typed: readonly TypedCell[] | undefined;
    this.add(() => {
      if (sheet.ProtectContents) sheet.Unprotect();
      // Where this runs a second time, the first may have put the cells back already.
      typed ??= typedSince();
      copy.Cells.Copy(sheet.Cells);
      for (const { row, column, content } of typed) typeAgain(sheet.Range(addressOf({ row, column })), content);
      if (protection) protectAs(sheet, protection);
    });
  }

  keepPage(page: WpsPageSetup): void {
    const before = { ...pageOf(page) };
    this.add(() => {
      const { Zoom, FitToPagesWide, FitToPagesTall, ...plain } = before;
      Object.assign(page, plain, { Zoom });
      if (Zoom === false) Object.assign(page, { FitToPagesWide, FitToPagesTall });
    });
  }

  /** Out of sight under another name, so that a new sheet can have its own; deleted once all went well. */
  setAside(sheet: WpsWorksheet): void {
    const before = { name: sheet.Name, visible: sheet.Visible };
    this.add(() => {
      sheet.Visible = before.visible;
      if (sheet.Name !== before.name) sheet.Name = before.name;
    });
    sheet.Name = this.#freeName();
    sheet.Visible = WPS.sheetVeryHidden;
    this.#aside.push(sheet);
  }

  /** Texts in a very-hidden sheet; the sheet is made where there is none. */
  writeKept(kept: Kept, chunks: readonly string[]): void {
    if (sheetNamed(this.#workbook, kept.sheet)) {
      const before = readKept(this.#workbook, kept) ?? "";
      this.add(() => writeKept(this.#workbook, kept, keptPieces(before)));
    } else if (chunks.length > 0) addHidden(this.#workbook, kept.sheet, (made) => this.add(() => made.Delete()));
    writeKept(this.#workbook, kept, chunks);
  }

  keepNames(): void {
    const before = namesOf(this.#workbook);
    this.add(() => {
      const names = this.#workbook.Names;
      for (const name of namesOf(this.#workbook)) {
        if (!before.some((other) => other.name === name.name)) names.Item(name.name).Delete();
      }
      const now = new Map(namesOf(this.#workbook).map((name) => [name.name, name.refersTo]));
      for (const { name, refersTo, visible } of before) {
        if (now.get(name) !== refersTo) names.Add(name, refersTo, visible);
      }
    });
  }

  /** @throws HostFailure when the workbook could not be put back: then it says what stands in the way */
  putBack(): void {
    const failures: string[] = [];
    for (const reverse of this.#reverses.reverse()) {
      const failure = tried(reverse);
      if (failure !== undefined) failures.push(failure);
    }
    if (failures.length > 0) throw new HostFailure("host-failed", `the workbook could not be put back: ${failures[0]}`);
  }

  /** Sheets that are no longer needed. What cannot be deleted now is left to the next draw. */
  finish(): void {
    for (const sheet of this.#aside) tried(() => sheet.Delete());
  }

  #freeName(): string {
    const taken = new Set(allSheets(this.#workbook).map(({ Name }) => Name));
    let number = 1;
    while (taken.has(`${ASIDE_PREFIX}${number}`)) number += 1;
    return `${ASIDE_PREFIX}${number}`;
  }
}

function typeAgain(range: WpsRange, content: ReadCell): void {
  range.Value2 = inputOf(content, range.NumberFormat ?? GENERAL);
}

/** Twice, because a program that was busy for a moment answers then. @returns what it said the second time */
function tried(step: () => void): string | undefined {
  for (let attempt = 1; ; attempt += 1) {
    try {
      step();
      return undefined;
    } catch (error) {
      if (attempt === 2) return error instanceof Error ? error.message : String(error);
    }
  }
}

export interface NameFacts {
  readonly name: string;
  readonly refersTo: string;
  readonly visible: boolean;
}

export function namesOf(workbook: WpsWorkbook): readonly NameFacts[] {
  const names = workbook.Names;
  return Array.from({ length: names.Count }, (_, at) => {
    const name = names.Item(at + 1);
    return { name: name.Name, refersTo: name.RefersTo, visible: name.Visible };
  });
}

function pageOf(page: WpsPageSetup): WpsPageSetup {
  return {
    Orientation: page.Orientation,
    PaperSize: page.PaperSize,
    Zoom: page.Zoom,
    FitToPagesWide: page.FitToPagesWide,
    FitToPagesTall: page.FitToPagesTall,
    CenterHorizontally: page.CenterHorizontally,
    PrintTitleRows: page.PrintTitleRows,
    CenterHeader: page.CenterHeader,
    LeftFooter: page.LeftFooter,
    RightFooter: page.RightFooter,
  };
}
