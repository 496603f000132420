/** What had the focus last that does not go by itself, as the item of a menu does. */
let lasting: Element | null = null;

/** Keeps in mind what has the focus. @returns ends it */
export function followFocus(): () => void {
  const keep = ({ target }: FocusEvent): void => {
    if (target instanceof Element && !isPassing(target)) lasting = target;
  };
  document.addEventListener("focusin", keep);
  return () => document.removeEventListener("focusin", keep);
}

/** Where the focus was, with all that stood around it, so that something near is found when it is gone. */
export class FocusPlace {
  readonly #path: readonly Element[];

  private constructor(path: readonly Element[]) {
    this.#path = path;
  }

  static now(): FocusPlace {
    const path: Element[] = [];
    for (let at: Element | null = start(); at !== null; at = at.parentElement) path.push(at);
    return new FocusPlace(path);
  }

  /** Nothing when somebody has taken the focus meanwhile: a further dialog, the heading of a new place. */
  giveBack(): void {
    if (!isLost()) return;
    const [last] = this.#path;
    if (last instanceof HTMLElement && mayHaveFocus(last)) last.focus();
    if (isLost()) this.#heading()?.focus();
    else if (last instanceof HTMLElement) this.#follow(last);
  }

  /** The sheet may be drawn anew only now, and the button go with it: once more, until the officer goes elsewhere himself. */
  #follow(element: HTMLElement): void {
    const look = (): void => {
      if (document.activeElement === element && mayHaveFocus(element)) return;
      changes.disconnect();
      element.removeEventListener("blur", lookAfterwards);
      if (!mayHaveFocus(element)) this.giveBack();
    };
    const lookAfterwards = (): void => void setTimeout(look);
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    element.addEventListener("blur", lookAfterwards);
  }

  #heading(): HTMLElement | null {
    for (const around of this.#path) {
      const heading = around.isConnected ? around.querySelector<HTMLElement>("h1, h2, h3, h4") : null;
      if (heading === null) continue;
      if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
      return heading;
    }
    return null;
  }
}

function start(): Element {
  const { activeElement: at } = document;
  if (at !== null && at !== document.body && !isPassing(at)) return at;
  return lasting?.isConnected === true ? lasting : document.body;
}

function isPassing(element: Element): boolean {
  return element.closest("[role='menu']") !== null;
}

function isLost(): boolean {
  const { activeElement: at } = document;
  return at === null || at === document.body || !mayHaveFocus(at);
}

/** The page itself takes it when nothing else has it. */
function mayHaveFocus(element: Element): boolean {
  return element !== document.body && element.isConnected && !element.matches(":disabled");
}
