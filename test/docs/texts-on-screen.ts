import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pages.ts";
import { textsInSource } from "./texts-in-source.ts";

const WORDING = [
  ...filesIn("addin/wording"),
  ...filesIn("core/wording"),
  "core/sheet/ledger/ledger-words.ts",
  "core/sheet/template/template-words.ts",
  "core/sheet/draft/state-labels.ts",
  "core/ledger/handling.ts",
];

/** Sentences that an officer meets when something was not done. */
const HELPED = [
  "core/wording/refusals-zh.ts",
  "core/wording/intake-zh.ts",
  "core/wording/problem-sentences.ts",
  "addin/wording/say-shown-refusal.ts",
];

/** Names of buttons, tabs, titles and columns, and whole sentences, as the screens have them. */
export function textsOnScreen(): ReadonlySet<string> {
  return new Set(WORDING.flatMap((file) => textsInSource(join(ROOT, file))));
}

export function sentencesOfferedHelp(): readonly string[] {
  return HELPED.flatMap((file) => textsInSource(join(ROOT, file))).filter((text) => /\p{Script=Han}.*。$/u.test(text));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
}
