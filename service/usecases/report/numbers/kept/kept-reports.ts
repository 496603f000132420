import type { KeptForm } from "./kept-form.ts";
import { createKeptTrees, type KeptTrees } from "../kept-trees.ts";

/**
 * Forms that were counted lately. Whoever asks reads the change number of the store in his own transaction: what is kept is
 * renewed from there on, whichever process made the changes.
 */
export interface KeptReports {
  readonly trees: KeptTrees;
  kept(name: string): KeptForm | undefined;
  keep(name: string, form: KeptForm): void;
  /**
   * Makes one, unless it is being made: whoever asks for the same meanwhile gets that one. Different ones are made one after the
   * other: counting takes a processor and a connection for itself.
   */
  makeOnce(name: string, make: () => Promise<KeptForm>): Promise<KeptForm>;
}

/** Of all that is kept together: one form over a million people, and its rehearsal. */
const MOST_RECORDS = 2_200_000;

export function createKeptReports(mostRecords = MOST_RECORDS): KeptReports {
  /** The one that was asked for last stands last. */
  const forms = new Map<string, KeptForm>();
  const underWay = new Map<string, Promise<KeptForm>>();
  return {
    trees: createKeptTrees(),
    makeOnce: (name, make) => {
      const known = underWay.get(name);
      if (known) return known;
      const making = Promise.allSettled(underWay.values())
        .then(make)
        .finally(() => underWay.delete(name));
      underWay.set(name, making);
      return making;
    },
    kept: (name) => forms.get(name),
    keep: (name, form) => {
      forms.delete(name);
      forms.set(name, form);
      let records = [...forms.values()].reduce((sum, each) => sum + recordsIn(each), 0);
      for (const [oldest, each] of forms) {
        if (records <= mostRecords || each === form) return;
        forms.delete(oldest);
        records -= recordsIn(each);
      }
    },
  };
}

function recordsIn({ kept }: KeptForm): number {
  return kept.populations.people.size;
}
