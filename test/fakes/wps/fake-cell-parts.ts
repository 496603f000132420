import { type CellStyle, EDGES, type Edge, type BorderLine } from "../workbook/cell-model.ts";
import { type Gate, strict } from "./gate.ts";
import {
  BORDER_INDEXES,
  colorOfNumber,
  INSIDE,
  LINE_STYLES,
  LINE_WEIGHTS,
  nameOfNumber,
  numberOfColor,
  XL,
} from "./wps-numbers.ts";

/** The styles of a range's cells, behind Interior, Font and Borders. */
export interface StyleDoor {
  /** null where cells differ. */
  shared<T>(of: (style: CellStyle) => T): T | null;
  change(change: (style: CellStyle) => Partial<CellStyle>): void;
  /** Of each cell only the edges that lie on this line of the range. */
  changeEdges(index: number | "all", change: (line: BorderLine | undefined) => BorderLine | undefined): void;
}

export class FakeInterior {
  readonly #door: StyleDoor;
  constructor(door: StyleDoor) {
    this.#door = door;
  }
  get Color(): number | null {
    const fill = this.#door.shared((style) => style.fill);
    return fill === null ? null : numberOfColor(fill);
  }
  set Color(number: unknown) {
    const fill = colorOfNumber(number);
    this.#door.change(() => ({ fill }));
  }
  get Pattern(): number | null {
    const isPlain = this.#door.shared((style) => style.fill === null);
    return isPlain === null ? null : isPlain ? XL.none : 1;
  }
  set Pattern(pattern: unknown) {
    if (pattern !== XL.none) throw new Error("only xlNone is known as a pattern");
    this.#door.change(() => ({ fill: null }));
  }
}

export class FakeFont {
  readonly #door: StyleDoor;
  constructor(door: StyleDoor) {
    this.#door = door;
  }
  get Color(): number | null {
    const color = this.#door.shared((style) => style.color ?? "000000");
    return color === null ? null : numberOfColor(color);
  }
  set Color(number: unknown) {
    const color = colorOfNumber(number);
    this.#door.change(() => ({ color }));
  }
  get ColorIndex(): number | null {
    return this.#door.shared((style) => (style.color === null ? XL.automatic : 1));
  }
  set ColorIndex(index: unknown) {
    if (index !== XL.automatic) throw new Error("only xlColorIndexAutomatic is known");
    this.#door.change(() => ({ color: null }));
  }
  get Bold(): boolean | null {
    return this.#door.shared((style) => style.bold);
  }
  set Bold(bold: unknown) {
    this.#door.change(() => ({ bold: bold === true }));
  }
  get Size(): number | null {
    return this.#door.shared((style) => style.fontSize);
  }
  set Size(size: unknown) {
    this.#door.change(() => ({ fontSize: Number(size) }));
  }
  get Name(): string | null {
    return this.#door.shared((style) => style.fontName);
  }
  set Name(name: unknown) {
    this.#door.change(() => ({ fontName: String(name) }));
  }
  get Underline(): number | null {
    return this.#door.shared((style) => (style.underline ? 2 : XL.none));
  }
  set Underline(kind: unknown) {
    if (kind !== 2 && kind !== XL.none) throw new Error(`no underline ${String(kind)}`);
    this.#door.change(() => ({ underline: kind === 2 }));
  }
}

/** One line around or inside a range ("all": every one). */
class FakeBorder {
  readonly #door: StyleDoor;
  readonly #index: number | "all";
  constructor(door: StyleDoor, index: number | "all") {
    this.#door = door;
    this.#index = index;
  }
  get LineStyle(): number | null {
    const style = this.#door.shared((cell) => lineOf(cell, this.#index)?.style ?? "none");
    return style === null ? null : style === "none" ? XL.none : LINE_STYLES[style];
  }
  set LineStyle(number: unknown) {
    const style = number === XL.none ? undefined : nameOfNumber(LINE_STYLES, number);
    this.#door.changeEdges(
      this.#index,
      (line) =>
        style && {
          style,
          weight: style === "Double" ? "Thick" : (line?.weight ?? "Thin"),
          color: line?.color ?? null,
        },
    );
  }
  get Weight(): number | null {
    const weight = this.#door.shared((cell) => lineOf(cell, this.#index)?.weight ?? "Thin");
    return weight === null ? null : LINE_WEIGHTS[weight];
  }
  /** A double line has one weight only: any other makes it a plain line. */
  set Weight(number: unknown) {
    const weight = nameOfNumber(LINE_WEIGHTS, number);
    this.#door.changeEdges(this.#index, (line) => ({
      style: line === undefined || (line.style === "Double" && weight !== "Thick") ? "Continuous" : line.style,
      weight,
      color: line?.color ?? null,
    }));
  }
  get Color(): number | null {
    const color = this.#door.shared((cell) => lineOf(cell, this.#index)?.color ?? "000000");
    return color === null ? null : numberOfColor(color);
  }
  set Color(number: unknown) {
    const color = colorOfNumber(number);
    this.#door.changeEdges(this.#index, (line) => ({ ...(line ?? { style: "Continuous", weight: "Thin" }), color }));
  }
}

export class FakeBorders extends FakeBorder {
  readonly #gate: Gate;
  readonly #styles: StyleDoor;
  constructor(gate: Gate, door: StyleDoor) {
    super(door, "all");
    this.#gate = gate;
    this.#styles = door;
  }
  Item(index: unknown): FakeBorder {
    const known: readonly unknown[] = [...Object.values(BORDER_INDEXES), ...Object.values(INSIDE)];
    if (!known.includes(index)) throw new Error(`no border ${String(index)}`);
    return strict(this.#gate, "Border", new FakeBorder(this.#styles, index as number));
  }
}

function lineOf(style: CellStyle, index: number | "all"): BorderLine | undefined {
  return style.borders[index === "all" ? "top" : (EDGES.find((edge) => edgesOf(index).includes(edge)) ?? "top")];
}

/** Edges of a cell that may lie on that line. */
export function edgesOf(index: number | "all"): readonly Edge[] {
  if (index === "all") return EDGES;
  if (index === INSIDE.columns) return ["left", "right"];
  if (index === INSIDE.rows) return ["top", "bottom"];
  return [nameOfNumber(BORDER_INDEXES, index)];
}
