import type { ParseArgsConfig } from "node:util";

/** One thing the command line can do. `main.ts` finds it by its words, parses the options and prints what it answers. */
export interface Command {
  /** "ledger export", "audit verify": the words after `taizhang`. */
  readonly words: string;
  /** Names of what follows the options, for usage and checking: ["FILE.xlsx"]; "[FILE.xlsx]" may be left out. */
  readonly takes: readonly string[];
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** One line for `taizhang help`. */
  readonly about: string;
  readonly run: (call: CommandCall) => Promise<CommandAnswer>;
}

export interface CommandCall {
  /** Option values by name; flags are true. */
  readonly option: (name: string) => string | undefined;
  /** All values of an option that may be given several times. */
  readonly values: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly operands: readonly string[];

  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For commands that do not end by themselves: printed at once, the data with --json, else the line. */
  readonly announce: (data: unknown, line: string) => void;
  /** Lines for people while it runs; silent with --json. */
  readonly say: (line: string) => void;
}

/** `data` is printed as JSON with --json, `lines` otherwise. Exit code 0 done, 1 refused or failed, 2 wrong usage. */
export interface CommandAnswer {
  readonly exitCode: 0 | 1;
  readonly data: unknown;
  readonly lines: readonly string[];
}

/** Wrong words or options: printed with the command's usage, exit code 2. */
export class UsageError extends Error {}
