import type { CommandAnswer } from "./command.ts";

/** Anything with a code; its facts are printed as they are. */
interface Refused {
  readonly code: string;
}

export function done(data: unknown, lines: readonly string[]): CommandAnswer {
  return { exitCode: 0, data, lines };
}

/** @param sentence for people; machines get code and facts */
export function refused(refusal: Refused, sentence: string): CommandAnswer {
  return { exitCode: 1, data: { refusal }, lines: [`${refusal.code}: ${sentence}`] };
}
