import type { MenuEntry, Selection } from "#core/sheet/sheet-host.ts";

/** Our own context menu: Univer's offers what our sheets do not allow. Mouse, context-menu key, arrows, Escape. */
export class GridMenu {
  readonly #container: HTMLElement;
  readonly #selection: () => Selection | undefined;
  #entries: readonly MenuEntry[] = [];
  #shown: HTMLElement | null = null;
  #leave: (() => void) | null = null;

  constructor(container: HTMLElement, selection: () => Selection | undefined) {
    this.#container = container;
    this.#selection = selection;
    container.addEventListener("contextmenu", this.#open, true);
  }

  set(entries: readonly MenuEntry[]): void {
    this.#entries = entries;
  }

  close(): void {
    this.#hide();
    this.#container.removeEventListener("contextmenu", this.#open, true);
  }

  readonly #open = (event: MouseEvent): void => {
    event.preventDefault();
    this.#hide();
    const selection = this.#selection();
    if (!selection) return;
    const entries = this.#entries.filter(({ offered }) => offered?.(selection) ?? true);
    if (entries.length === 0) return;
    const menu = document.createElement("div");
    menu.className = "taizhang-grid-menu";
    menu.setAttribute("role", "menu");
    menu.append(...entries.map((entry) => this.#item(entry, selection)));
    document.body.append(menu);
    place(menu, event);
    this.#shown = menu;
    menu.addEventListener("keydown", this.#keys);
    const away = (pointer: Event): void => {
      if (!(pointer.target instanceof Node) || !menu.contains(pointer.target)) this.#hide();
    };
    document.addEventListener("pointerdown", away, true);
    this.#leave = () => document.removeEventListener("pointerdown", away, true);
    menu.querySelector("button")?.focus();
  };

  #item(entry: MenuEntry, selection: Selection): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.textContent = entry.label;
    button.addEventListener("click", () => {
      this.#hide();
      entry.run(selection);
    });
    return button;
  }

  readonly #keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const items = [...(this.#shown?.querySelectorAll("button") ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === "Escape" || event.key === "Tab") this.#hide();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    items.at((at + (event.key === "ArrowDown" ? 1 : -1)) % items.length)?.focus();
  };

  #hide(): void {
    this.#leave?.();
    this.#leave = null;
    this.#shown?.remove();
    this.#shown = null;
  }
}

function place(menu: HTMLElement, event: MouseEvent): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(0, Math.min(event.clientX, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(0, Math.min(event.clientY, innerHeight - height - 4))}px`;
}
