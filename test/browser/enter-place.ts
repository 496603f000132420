import type { Locator } from "playwright-core";

/**
 * Goes to a cell by the sheet's box for addresses. As if typed, but nothing can come between: a sheet that comes up takes the
 * keyboard for its own editor, and the address would end as text in its first cell.
 */
export async function enterPlace(box: Locator, address: string): Promise<void> {
  await box.evaluate(enterInOneGo, address);
}

async function enterInOneGo(box: HTMLElement | SVGElement, address: string): Promise<void> {
  if (!(box instanceof HTMLInputElement)) throw new Error("the sheet has no box for addresses");
  box.focus();
  // Hidden, as in a sheet that goes away: the address would be typed elsewhere.
  if (document.activeElement !== box) return;
  box.select();
  // Deprecated and without successor: everything else leaves the box's own listeners out.
  const page: { execCommand(command: "insertText", shown: false, text: string): boolean } = document;
  page.execCommand("insertText", false, address);
  // The box draws what was typed before it takes the key.
  await Promise.resolve();
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
}
