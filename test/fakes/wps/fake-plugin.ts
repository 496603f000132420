import { type Gate, strict } from "./gate.ts";

/** What the pages of one plug-in share; gone when the program closes. */
class FakePluginStorage {
  readonly #items = new Map<string, string>();
  setItem(key: unknown, value: unknown): void {
    this.#items.set(String(key), String(value));
  }
  /** null or undefined or "": nobody may rely on what "nothing" is. */
  getItem(key: unknown): string | null | undefined {
    return this.#items.get(String(key)) ?? (this.#items.size % 2 === 0 ? null : undefined);
  }
  removeItem(key: unknown): void {
    this.#items.delete(String(key));
  }
}

interface PaneFacts {
  readonly url: string;
  readonly title: string;
  /** The workbook whose window it was made in, and stays in. */
  readonly beside: string;
}

class FakeTaskPane {
  readonly #id: number;
  readonly #url: string;
  readonly #title: string;
  readonly #beside: string;
  #visible = false;
  #width = 300;
  #dock = 2;
  constructor(id: number, { url, title, beside }: PaneFacts) {
    this.#id = id;
    this.#url = url;
    this.#title = title;
    this.#beside = beside;
  }
  get ID(): number {
    return this.#id;
  }
  get Visible(): boolean {
    return this.#visible;
  }
  set Visible(visible: unknown) {
    this.#visible = visible === true;
  }
  get Width(): number {
    return this.#width;
  }
  set Width(width: unknown) {
    this.#width = Number(width);
  }
  get DockPosition(): number {
    return this.#dock;
  }
  set DockPosition(position: unknown) {
    this.#dock = Number(position);
  }
  static describe(pane: FakeTaskPane) {
    const { ID: id, Visible: visible, Width: width } = pane;
    return { id, url: pane.#url, title: pane.#title, beside: pane.#beside, visible, width };
  }
}

/** What belongs to the plug-in and not to a workbook: storage and panes. */
export class FakePlugin {
  readonly storage: FakePluginStorage;
  readonly #gate: Gate;
  readonly #panes: FakeTaskPane[] = [];
  readonly #gone = new Set<number>();
  constructor(gate: Gate) {
    this.#gate = gate;
    this.storage = strict(gate, "PluginStorage", new FakePluginStorage());
  }
  get panes(): readonly FakeTaskPane[] {
    return this.#panes;
  }
  createPane(facts: PaneFacts): FakeTaskPane {
    const pane = new FakeTaskPane(this.#panes.length + 1, facts);
    this.#panes.push(pane);
    return strict(this.#gate, "CustomTaskpane", pane);
  }
  pane(id: number): FakeTaskPane {
    const pane = this.#panes[id - 1];
    if (!pane || this.#gone.has(id)) throw new Error(`no pane ${id}`);
    return strict(this.#gate, "CustomTaskpane", pane);
  }
  /** For tests: somebody closed it, or its window. */
  closeForGood(id: number): void {
    this.#gone.add(id);
  }
  /** For tests: the panes as somebody at the desk sees them. */
  seen(): readonly ReturnType<typeof FakeTaskPane.describe>[] {
    return this.#panes.map((pane) => FakeTaskPane.describe(pane));
  }
}
