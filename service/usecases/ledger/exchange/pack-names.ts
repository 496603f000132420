/**
 * Names inside a pack, each once: a second 会议记录.pdf in a folder becomes 会议记录 (2).pdf. Names that differ in capitals
 * only count as one, because they do where the pack is opened.
 */
export function packNames(wanted: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((name) => {
    const free = freeName(name, used);
    used.add(free.toLowerCase());
    return free;
  });
}

function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name.toLowerCase())) return name;
  const dot = name.lastIndexOf(".");
  const cut = dot > name.lastIndexOf("/") + 1 ? dot : name.length;
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, cut)} (${number})${name.slice(cut)}`;
    if (!used.has(numbered.toLowerCase())) return numbered;
  }
}
