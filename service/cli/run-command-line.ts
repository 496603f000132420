import { UsageError, type Command, type CommandAnswer } from "./command.ts";
import { failureSentence } from "./failure-sentence.ts";
import { parseCommandLine, usageOf, type CommandLine } from "./parse-command-line.ts";

export interface Terminal {
  readonly commands: readonly Command[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  if (argv.length === 0 || argv[0] === "help" || argv[0] === "--help" || argv[0] === "-h") {
    terminal.out(help(terminal.commands));
    return argv.length === 0 ? 2 : 0;
  }
  const line = readLine(argv, terminal);
  if (!line) return 2;
  if (line.values["help"] === true) {
    terminal.out(`${line.command.about}\n${usageOf(line.command)}`);
    return 0;
  }
  const json = line.values["json"] === true;
  try {
    const answer = await line.command.run(callOf(line, terminal));
    print(answer, json, terminal);
    return answer.exitCode;
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(error, usageOf(line.command), { json, terminal });
    return failure(error, json, terminal);
  }
}

function readLine(argv: readonly string[], terminal: Terminal): CommandLine | undefined {
  try {
    return parseCommandLine(argv, terminal.commands);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    wrongUsage(error, `\n${help(terminal.commands)}`, { json: argv.includes("--json"), terminal });
    return undefined;
  }
}

function callOf({ values, operands }: CommandLine, terminal: Terminal): Parameters<Command["run"]>[0] {
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    option,
    values: (name) => {
      const given = values[name];
      return Array.isArray(given) ? given : [];
    },
    flag: (name) => values[name] === true,
    operands,
    environment: terminal.environment,
    announce: (data, text) => terminal.out(values["json"] === true ? JSON.stringify(data) : text),
    say: (text) => {
      if (values["json"] !== true) terminal.err(text);
    },
  };
}

function print(answer: CommandAnswer, json: boolean, terminal: Terminal): void {
  if (json) terminal.out(JSON.stringify(answer.data));
  else if (answer.lines.length > 0) terminal.out(answer.lines.join("\n"));
}

interface Printing {
  readonly json: boolean;
  readonly terminal: Terminal;
}

function wrongUsage({ message }: UsageError, usage: string, { json, terminal }: Printing): number {
  if (json) terminal.out(JSON.stringify({ refusal: { code: "wrong-usage", message } }));
  else terminal.err(`${message}\n${usage}`);
  return 2;
}

/** A bug or a broken machine, not a refusal: say what is known, without a stack unless asked for. */
function failure(error: unknown, json: boolean, terminal: Terminal): number {
  const { code, message } = failureSentence(error);
  if (json) terminal.out(JSON.stringify({ refusal: { code, message } }));
  else terminal.err(`${code}: ${message}`);
  const debugging = terminal.environment["TAIZHANG_DEBUG"] !== undefined;
  if (debugging && error instanceof Error && error.stack !== undefined) terminal.err(error.stack);
  return 1;
}

function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.words.length));
  return [
    "taizhang: ledgers, records and annual reports of party-affairs offices 台账",
    "",
    ...commands.map((command) => `  ${command.words.padEnd(width)}  ${command.about}`),
    "",
    "Every command takes --db sqlite:PATH or --db postgres://... (default: TAIZHANG_DB, else sqlite:data/taizhang.db), --json and --help.",
  ].join("\n");
}
