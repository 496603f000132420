/** Lines of a page's code blocks. */
export function codeLines(text: string): readonly string[] {
  return [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.split("\n"));
}

/** As a shell takes a line apart; only double quotes are used in our pages. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
