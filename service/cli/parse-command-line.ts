import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError, type Command } from "./command.ts";

export interface CommandLine {
  readonly command: Command;
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly operands: readonly string[];
}

type OptionValue = string | boolean | string[] | undefined;

/** Options that every command takes. */
const COMMON: NonNullable<ParseArgsConfig["options"]> = {
  db: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

/** @throws UsageError with a sentence for the person at the keyboard. */
export function parseCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const command = findCommand(argv, commands);
  const rest = argv.slice(command.words.split(" ").length);
  const { values, positionals } = parse(rest, command);
  const needed = command.takes.filter((name) => !name.startsWith("[")).length;
  const fits = needed <= positionals.length && positionals.length <= command.takes.length;
  if (values["help"] !== true && !fits) {
    throw new UsageError(
      `expected ${command.takes.length === 0 ? "nothing" : command.takes.join(" ")} after the options`,
    );
  }
  return { command, values, operands: positionals };
}

export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) =>
      `[--${name}${option.type === "string" ? ` ${name.toUpperCase()}` : ""}]${option.multiple === true ? "..." : ""}`,
  );
  return [
    "taizhang",
    command.words,
    ...options,
    "[--db sqlite:PATH|postgres://...]",
    "[--json]",
    ...command.takes,
  ].join(" ");
}

function findCommand(argv: readonly string[], commands: readonly Command[]): Command {
  const found = commands
    .filter((command) => command.words.split(" ").every((word, index) => argv[index] === word))
    .toSorted((a, b) => b.words.length - a.words.length)[0];
  if (!found)
    throw new UsageError(argv[0] === undefined ? "no command given" : `unknown command: ${argv.slice(0, 2).join(" ")}`);
  return found;
}

function parse(
  args: readonly string[],
  command: Command,
): { values: Record<string, OptionValue>; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Record<string, OptionValue>, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
