export type StoreProblemCode =
  | "closed"
  | "busy"
  | "address-unknown"
  | "newer-database"
  | "wrong-key"
  | "in-use"
  | "being-restored"
  | "backup-damaged"
  | "chain-broken";

/** The store cannot do its work, and whoever started it has to act: shown by the command line and `doctor` by code. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;

  constructor(code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreProblem";
    this.code = code;
  }
}
