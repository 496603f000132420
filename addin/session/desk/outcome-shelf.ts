import type { CellValue } from "#core/sheet/cell.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { Edit } from "#core/sheet/edit.ts";
import type { Outcome } from "#core/protocol/push.ts";
import { fieldKey } from "../book/book-cells.ts";
import type { Issued } from "../book/issued.ts";
import type { AnsweredPush } from "./settle-pushes.ts";
import type { WaitingValues } from "./waiting-values.ts";

interface Shelved {
  readonly outcome: Outcome;
  /** The value it was said about; undefined: about whatever stands there. */
  readonly value?: CellValue;
}

interface Drawing {
  readonly typed: ReadonlyMap<string, CellValue>;
  readonly before: Issued;
  readonly after: Issued;
  readonly waiting: WaitingValues;
}

/** Refusals and conflicts, kept beside the value that the officer keeps in the sheet (W3). */
export class OutcomeShelf {
  #shelved = new Map<string, Shelved>();

  get outcomes(): ReadonlyMap<string, Outcome> {
    return new Map([...this.#shelved].map(([key, { outcome }]) => [key, outcome]));
  }

  clear(): void {
    this.#shelved.clear();
  }

  forget(key: string): void {
    this.#shelved.delete(key);
  }

  keep(pushes: readonly AnsweredPush[]): void {
    for (const { edits, outcomes } of pushes) {
      edits.forEach((edit, index) => {
        const outcome = outcomes[index];
        const key = fieldKey(edit);
        if (outcome?.result === "refused" || outcome?.result === "conflict")
          this.#shelved.set(key, { outcome, value: edit.value });
        else if (outcome) this.#shelved.delete(key);
      });
    }
  }

  /** Taken back, or typed anew: the old refusal says nothing about it. A conflict stays until it is decided. */
  dropTypedAnew(edits: readonly Edit[]): void {
    const standing = new Map(edits.map((edit) => [fieldKey(edit), edit.value]));
    for (const [key, { outcome, value }] of this.#shelved) {
      const now = standing.get(key);
      const isOther = now !== undefined && value !== undefined && !sameValue(now, value);
      if (!standing.has(key) || (isOther && outcome.result === "refused")) this.#shelved.delete(key);
    }
  }

  /** A field that somebody else moved while the officer was typing is shown before anything is sent. */
  lookForConflicts({ typed, before, after, waiting }: Drawing): void {
    for (const key of typed.keys()) {
      const [old, now] = [before.cells.get(key), after.cells.get(key)];
      if (!old || !now || old.revision === now.revision || this.#shelved.has(key) || waiting.has(key)) continue;
      const theirs = now.value === null ? null : String(now.value);
      this.#shelved.set(key, { outcome: { result: "conflict", theirs, revision: now.revision, who: "", at: "" } });
    }
  }
}
