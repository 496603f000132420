import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a member came into the API, as the library's own declarations say it. */
export interface ApiSet {
  readonly set: string;
  readonly version: string;
}

const DECLARATIONS = join(import.meta.dirname, "../../../node_modules/@microsoft/office-js/dist/office.d.ts");
const CLASS = /^ {4}(?:class|interface) (\w+)/;
const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(:<]/;
const SET = /\[Api set: (\w+) ([^\]]*)\]/;

const FIRST: ApiSet = { set: "ExcelApi", version: "1.1" };

let known: ReadonlyMap<string, ApiSet> | undefined;

/** @returns undefined when the declarations do not know the member: it is no member of that class. */
export function apiSetOf(className: string, member: string): ApiSet | undefined {
  known ??= readDeclarations();
  return known.get(`${className}.${member}`);
}

function readDeclarations(): ReadonlyMap<string, ApiSet> {
  const sets = new Map<string, ApiSet>();
  let owner = { name: "", set: FIRST };
  let told: ApiSet | undefined;
  for (const line of excelLines()) {
    const set = setIn(line);
    if (set) told = set;
    if (/^\s*(?:\*|\/\*)/.test(line)) continue;
    const [, opened] = CLASS.exec(line) ?? [];
    const [, member] = MEMBER.exec(line) ?? [];
    if (opened !== undefined) owner = { name: opened, set: told ?? FIRST };
    if (member !== undefined) keepEarliest(sets, `${owner.name}.${member}`, told ?? owner.set);
    told = undefined;
  }
  return sets;
}

function* excelLines(): Generator<string> {
  let inside = false;
  for (const line of readFileSync(DECLARATIONS, "utf8").split("\n")) {
    if (line.startsWith("declare namespace")) inside = line.startsWith("declare namespace Excel ");
    if (inside) yield line.trimEnd();
  }
}

/** "1.1 for getting the name; 1.4 for setting it.": the first counts; all such members came before 1.14. */
function setIn(line: string): ApiSet | undefined {
  const [, set, text = ""] = SET.exec(line) ?? [];
  if (set === undefined) return undefined;
  const [version] = /\d+\.\d+/.exec(text) ?? [];
  return version === undefined ? { set: "Preview", version: "99.0" } : { set, version };
}

// Overloads repeat a member.
function keepEarliest(sets: Map<string, ApiSet>, name: string, next: ApiSet): void {
  const before = sets.get(name);
  if (before === undefined || before.set !== next.set) sets.set(name, before ?? next);
  else if (Number(next.version.split(".")[1]) < Number(before.version.split(".")[1])) sets.set(name, next);
}
