import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";

/** What a screen asked its functions for, in order, for the test to read out of the page. */
export const calls: { readonly name: string; readonly given: readonly unknown[] }[] = [];

/** A function that remembers what it was given and answers with `answer`. */
export function answering<Given extends readonly unknown[], T>(name: string, answer: T) {
  return async (...given: Given): Promise<Result<T, ShownRefusal>> => {
    calls.push({ name, given });
    return ok(answer);
  };
}

export function refusing<Given extends readonly unknown[]>(name: string, refusal: ShownRefusal) {
  return async (...given: Given): Promise<Result<never, ShownRefusal>> => {
    calls.push({ name, given });
    return refuse(refusal);
  };
}

export function noting(name: string) {
  return (...given: readonly unknown[]): void => {
    calls.push({ name, given });
  };
}
