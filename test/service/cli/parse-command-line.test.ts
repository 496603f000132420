import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { UsageError, type Command } from "#service/cli/command.ts";
import { parseCommandLine, usageOf } from "#service/cli/parse-command-line.ts";
import { runCommandLine } from "#service/cli/run-command-line.ts";

const answer = { exitCode: 0, data: { seen: true }, lines: ["seen"] } as const;

function aCommand(facts: Partial<Command>): Command {
  return {
    words: "ledger export",
    takes: [],
    options: { out: { type: "string" } },
    about: "",
    run: async () => answer,
    ...facts,
  };
}

describe("the command line", () => {
  const commands = [
    aCommand({}),
    aCommand({ words: "ledger import", takes: ["FILE.xlsx"], options: { "dry-run": { type: "boolean" } } }),
  ];

  it("finds a command by its words and reads options before and after the file", () => {
    const line = parseCommandLine(["ledger", "import", "a.xlsx", "--dry-run", "--db", "sqlite:x"], commands);
    assert.equal(line.command.words, "ledger import");
    assert.deepEqual(line.operands, ["a.xlsx"]);
    assert.equal(line.values["dry-run"], true);
    assert.equal(line.values["db"], "sqlite:x");
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ["an unknown command", ["ledger", "burn"]],
    ["an unknown option", ["ledger", "export", "--force"]],
    ["a missing file", ["ledger", "import"]],
    ["one file too many", ["ledger", "import", "a", "b"]],
    ["an option without its value", ["ledger", "export", "--out"]],
    ["nothing", []],
  ];
  for (const [what, argv] of wrong) {
    it(`refuses ${what} with usage`, () => {
      assert.throws(() => parseCommandLine(argv, commands), UsageError);
    });
  }

  it("says how a command is used", () => {
    assert.equal(
      usageOf(commands[1] ?? aCommand({})),
      "taizhang ledger import [--dry-run] [--db sqlite:PATH|postgres://...] [--json] FILE.xlsx",
    );
  });

  it("prints data for machines, lines for people, and exits 1 on a failure with its code", async () => {
    const out: string[] = [];
    const terminal = {
      commands: [aCommand({})],
      environment: {},
      out: (text: string) => void out.push(text),
      err: (text: string) => void out.push(text),
    };
    assert.equal(await runCommandLine(["ledger", "export", "--json"], terminal), 0);
    assert.equal(await runCommandLine(["ledger", "export"], terminal), 0);
    const broken = {
      ...terminal,
      commands: [aCommand({ run: () => Promise.reject(Object.assign(new Error("in use"), { code: "other" })) })],
    };
    assert.equal(await runCommandLine(["ledger", "export", "--json"], broken), 1);
    assert.deepEqual(out, ['{"seen":true}', "seen", '{"refusal":{"code":"other","message":"in use"}}']);
  });
});
