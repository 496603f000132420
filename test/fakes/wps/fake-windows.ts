import type { Desk } from "./desk.ts";
import { FakeWindow } from "./fake-workbook.ts";
import { strict } from "./gate.ts";

interface Shown {
  readonly desk: Desk;
  readonly window: FakeWindow;
}

/** The windows of one running program, each with its workbook; one of them is in front. */
export class FakeWindows {
  readonly #all: Shown[] = [];
  #front: Shown;
  constructor(first: Desk) {
    this.#front = this.#add(first);
  }
  get front(): Desk {
    return this.#front.desk;
  }
  get window(): FakeWindow {
    return this.#front.window;
  }
  /** The officer opens another workbook, or clicks on its window. */
  show(desk: Desk): void {
    this.#front = this.#all.find((shown) => shown.desk === desk) ?? this.#add(desk);
  }
  #add(desk: Desk): Shown {
    const shown = { desk, window: strict(desk.gate, "Window", new FakeWindow(desk)) };
    this.#all.push(shown);
    return shown;
  }
}
