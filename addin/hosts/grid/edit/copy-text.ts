import type { CellValue } from "#core/sheet/cell.ts";

/** Cells as other programs paste them: tabs between, quotes around what holds a tab, a line break or a quote. */
export function blockText(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((row) => row.map(cellText).join("\t")).join("\n");
}

function cellText(value: CellValue): string {
  const text = String(value ?? "");
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Through a copy event, because the clipboard's newer door is closed on plain HTTP, which many offices' networks are.
 * Only within a key press or click: the browser allows nothing else.
 */
export function writeClipboard(text: string): void {
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Deprecated and without successor on plain HTTP.
  const page: { execCommand(command: "copy"): boolean } = document;
  document.addEventListener("copy", write, { capture: true });
  page.execCommand("copy");
  document.removeEventListener("copy", write, { capture: true });
}
