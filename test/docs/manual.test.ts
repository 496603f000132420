/** The manual is read by people who cannot read the program: what it names must be there, under that very name. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, it } from "mocha";
import { commands } from "#service/cli/commands.ts";
import { parseCommandLine } from "#service/cli/parse-command-line.ts";
import { pages, ROOT } from "./pages.ts";
import { codeLines, wordsOf } from "./shown-commands.ts";
import { sentencesOfferedHelp, textsOnScreen } from "./texts-on-screen.ts";

const MANUAL = pages("docs/manual");
const DOCUMENTS = [...MANUAL, ...["README.md", "README.zh-CN.md", "CONTRIBUTING.md"].flatMap(pages)];
const SOURCES_OF_VARIABLES = ["service/config.ts", "service/cli/run-command-line.ts"];

describe("docs/manual: the officer's manual", () => {
  it("every command line it shows exists, with its options and what follows them", () => {
    const shown = DOCUMENTS.flatMap(({ file, text }) => commandLines(text).map((line) => ({ file, line })));
    assert.ok(shown.length > 20, `only ${shown.length} command lines were found`);
    for (const { file, line } of shown) {
      assert.doesNotThrow(() => parseCommandLine(wordsOf(line), commands), `${file}: ${line}`);
    }
  });

  it("every npm script it shows is in package.json", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Package;
    for (const { file, text } of DOCUMENTS) {
      for (const [, name = ""] of text.matchAll(/npm run ([a-z:]+)/g)) {
        assert.ok(name in scripts, `${file}: npm run ${name}`);
      }
    }
  });

  it("names every environment variable that the program reads, and no other", () => {
    const read = new Set(SOURCES_OF_VARIABLES.flatMap((file) => variablesIn(readFileSync(join(ROOT, file), "utf8"))));
    const named = new Set(MANUAL.flatMap(({ text }) => variablesIn(text)));
    assert.deepEqual([...named].toSorted(), [...read].toSorted());
  });

  it("every link and picture leads to something", () => {
    for (const { file, text } of DOCUMENTS) {
      for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [path = "", anchor] = target.split("#");
        const place = path === "" ? join(ROOT, file) : join(ROOT, dirname(file), path);
        assert.ok(existsSync(place), `${file}: ${target} (${relative(ROOT, place)})`);
        if (anchor !== undefined) assert.ok(anchorsOf(place).includes(anchor), `${file}: ${target}`);
      }
    }
  });

  it("what stands in 「」 is on screen, word for word", () => {
    const onScreen = textsOnScreen();
    const missing = MANUAL.flatMap(({ file, text }) =>
      [...text.matchAll(/「([^」]+)」/g)].flatMap(([, name = ""]) =>
        onScreen.has(normalised(name)) ? [] : [`${file}: ${name}`],
      ),
    );
    assert.deepEqual(missing, []);
  });

  it("says for every refusal and every problem of a sheet what to do", () => {
    const [help] = pages("docs/manual/08-when-something-does-not-work.md");
    const rows = new Set(tableCells(help?.text ?? ""));
    const unexplained = sentencesOfferedHelp().filter((sentence) => !rows.has(sentence));
    assert.deepEqual(unexplained, []);
  });
});

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
}

/** Lines of code blocks, and code inside a sentence, that call the program; several programs may stand on one line. */
function commandLines(text: string): readonly string[] {
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
  return [...codeLines(text), ...inline]
    .flatMap((line) => line.split(/&&|;/))
    .map((line) => /(?:npx taizhang|node bin\/taizhang\.js|^\s*taizhang) (.*)$/.exec(line)?.[1] ?? "")
    .filter((line) => /^[a-z]/.test(line) && line.trim() !== "help")
    .flatMap(withAlternatives);
}

/** "backup FILE | restore FILE" are two commands; "[--seed S]" may be given; what stands behind two blanks explains. */
function withAlternatives(line: string): readonly string[] {
  const command = line.split(/\s{2,}|\s#/)[0] ?? "";
  return command.replaceAll(/[[\]]/g, "").split(" | ");
}

function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/TAIZHANG_[A-Z_]+/g)].map(([name]) => name);
}

/** As GitHub makes them of headings. */
function anchorsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

/** "n" stands for a figure. */
function normalised(name: string): string {
  return name.replaceAll(/(?<![A-Za-z.])n(?![A-Za-z])/g, "…");
}

function tableCells(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => (line.startsWith("| ") ? [line.split(" | ")[0]?.slice(2) ?? ""] : []));
}
