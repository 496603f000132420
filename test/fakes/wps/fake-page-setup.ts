import { parseRect } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import { nameOfNumber, XL } from "./wps-numbers.ts";

const ORIENTATIONS = { portrait: XL.portrait, landscape: XL.landscape } as const;

export class FakePageSetup {
  readonly #sheet: SheetModel;
  constructor(sheet: SheetModel) {
    this.#sheet = sheet;
  }
  get Orientation(): number {
    return ORIENTATIONS[this.#sheet.page.orientation];
  }
  set Orientation(number: unknown) {
    this.#sheet.page.orientation = nameOfNumber(ORIENTATIONS, number);
  }
  get PaperSize(): number {
    return XL.paperA4;
  }
  set PaperSize(number: unknown) {
    if (number !== XL.paperA4) throw new Error("only A4 is known");
    this.#sheet.page.paper = "A4";
  }
  /** false: fit to pages. */
  get Zoom(): number | false {
    return this.#sheet.page.fitToWide === null ? this.#sheet.page.zoom : false;
  }
  set Zoom(zoom: unknown) {
    const { page } = this.#sheet;
    if (zoom === false) [page.fitToWide, page.fitToTall] = [page.fitToWide ?? 1, page.fitToTall ?? 1];
    else [page.fitToWide, page.fitToTall, page.zoom] = [null, null, Number(zoom)];
  }
  /** Counts only while Zoom is false, as in the program. */
  get FitToPagesWide(): number | false {
    return this.#sheet.page.fitToWide ?? 1;
  }
  set FitToPagesWide(pages: unknown) {
    if (this.#sheet.page.fitToWide !== null) this.#sheet.page.fitToWide = pages === false ? 0 : Number(pages);
  }
  get FitToPagesTall(): number | false {
    const tall = this.#sheet.page.fitToTall ?? 1;
    return tall === 0 ? false : tall;
  }
  set FitToPagesTall(pages: unknown) {
    if (this.#sheet.page.fitToWide !== null) this.#sheet.page.fitToTall = pages === false ? 0 : Number(pages);
  }
  get CenterHorizontally(): boolean {
    return this.#sheet.page.centeredHorizontally;
  }
  set CenterHorizontally(centered: unknown) {
    this.#sheet.page.centeredHorizontally = centered === true;
  }
  get PrintTitleRows(): string {
    const { titleRows } = this.#sheet.page;
    return titleRows ? `$${titleRows.from + 1}:$${titleRows.to + 1}` : "";
  }
  set PrintTitleRows(rows: unknown) {
    const rect = rows === "" ? undefined : parseRect(String(rows));
    if (rows !== "" && !rect) throw new Error(`no rows: ${String(rows)}`);
    this.#sheet.page.titleRows = rect ? { from: rect.top, to: rect.bottom } : null;
  }
  get CenterHeader(): string {
    return this.#sheet.page.header.center;
  }
  set CenterHeader(text: unknown) {
    this.#sheet.page.header.center = String(text);
  }
  get LeftFooter(): string {
    return this.#sheet.page.footer.left;
  }
  set LeftFooter(text: unknown) {
    this.#sheet.page.footer.left = String(text);
  }
  get RightFooter(): string {
    return this.#sheet.page.footer.right;
  }
  set RightFooter(text: unknown) {
    this.#sheet.page.footer.right = String(text);
  }
}
