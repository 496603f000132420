import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pages.ts";
import { textsInSource, textsUnder } from "./texts-in-source.ts";

const WORDING = [
  ...filesIn("addin/wording"),
  ...filesIn("core/wording"),
  "core/sheet/ledger/ledger-words.ts",
  "core/sheet/roster/roster-words.ts",
  "core/sheet/template/template-words.ts",
  "core/sheet/draft/state-labels.ts",
  "core/ledger/handling/handling.ts",
];

/** Sentences that an officer meets when something was not done. */
const HELPED = [
  "core/wording/texts/refusals-zh.ts",
  "core/wording/texts/intake-zh.ts",
  "core/wording/texts/problem-sentences.ts",
  "addin/wording/say-shown-refusal.ts",
];

/** What the pane says when its desk program or its outbox did not do something. */
const PANE = { file: "addin/wording/pane/pane-zh.ts", parts: ["missing", "refused", "blocked"] };

/** Names of buttons, tabs, titles and columns, and whole sentences, as the screens have them. */
export function textsOnScreen(): ReadonlySet<string> {
  return new Set([...WORDING.flatMap((file) => textsInSource(join(ROOT, file))), ...ribbonTexts()]);
}

/** Labels and tips of Excel's ribbon; those of WPS are the same (test/addin holds them to each other). */
function ribbonTexts(): readonly string[] {
  const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
  return [...manifest.matchAll(/<bt:String [^>]*DefaultValue="([^"]*)"/g)].map(([, text = ""]) => text);
}

export function sentencesOfferedHelp(): readonly string[] {
  const texts = HELPED.flatMap((file) => textsInSource(join(ROOT, file)));
  const ofPane = textsUnder(join(ROOT, PANE.file), PANE.parts);
  return [...texts, ...ofPane].filter((text) => /\p{Script=Han}.*。$/u.test(text));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
}
