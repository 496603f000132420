/** As a quoted text of a style sheet, whatever was typed into it. */
export function cssText(text: string): string {
  return JSON.stringify(text.replaceAll("\n", " ")).replaceAll("<", "\\3c ");
}
