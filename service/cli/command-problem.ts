/** What a command cannot work with, beside what store and keys say themselves: printed with its code, exit code 1. */
export class CommandProblem extends Error {
  readonly code: "no-database" | "keys-missing" | "keys-there";

  constructor(code: CommandProblem["code"], message: string) {
    super(message);
    this.name = "CommandProblem";
    this.code = code;
  }
}
