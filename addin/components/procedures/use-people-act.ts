import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { PeopleAnswer } from "#core/protocol/records/procedures.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { useRequest, type Request } from "../admin/use-request.ts";

export interface AskedPerson {
  readonly personId: string;
  readonly name: string;
}

export interface PeopleAct {
  readonly request: Request;
  /** Of the last act; null: nothing was done yet. */
  readonly answer: PeopleAnswer | null;
  /** Of whom it was asked for, in that order. */
  readonly names: readonly string[];
  /** `then` is told for whom it was refused: they stay ticked. */
  readonly run: (
    people: readonly AskedPerson[],
    ask: (ids: readonly string[]) => Promise<Result<PeopleAnswer, ShownRefusal>>,
    then: (refused: ReadonlySet<string>) => void,
  ) => Promise<boolean>;
}

/** An act on many that answers row by row. */
export function usePeopleAct(): PeopleAct {
  const [answer, setAnswer] = useState<PeopleAnswer | null>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  const request = useRequest();
  const run: PeopleAct["run"] = async (people, ask, then) => {
    setNames(people.map(({ name }) => name));
    return await request.run(
      () => ask(people.map(({ personId }) => personId)),
      (answered) => {
        setAnswer(answered);
        then(new Set(answered.refused.flatMap(({ row }) => people[row]?.personId ?? [])));
      },
    );
  };
  return { request, answer, names, run };
}
