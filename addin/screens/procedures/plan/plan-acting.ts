import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ActOnPlan, PlanAnswer, PlanView } from "#core/protocol/records/procedures.ts";
import type { BulkAnswer } from "#core/protocol/records/transfers.ts";
import { useRequest, type Request } from "#addin/components/admin/use-request.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface ActedOnPlan {
  readonly answer: BulkAnswer<unknown>;
  /** Of the people asked for, in their order. */
  readonly names: readonly string[];
  readonly done: (count: number) => string;
}

export interface PlanActing {
  readonly request: Request;
  /** What became of the last act. */
  readonly acted: ActedOnPlan | null;
  readonly act: (asked: PlanAct) => void;
}

export interface PlanAct {
  readonly act: ActOnPlan["act"];
  readonly done: (count: number) => string;
  /** Of the people of the act, in their order. */
  readonly names?: readonly string[];
  readonly then?: () => void;
}

interface PlanDoor {
  readonly plan: PlanView;
  readonly send: (asked: ActOnPlan) => Promise<Result<PlanAnswer, ShownRefusal>>;
  readonly onChanged: () => void;
}

/** One act at a time on one plan, and what became of it. */
export function usePlanActing({ plan, send, onChanged }: PlanDoor): PlanActing {
  const [acted, setActed] = useState<ActedOnPlan | null>(null);
  const request = useRequest();
  const act = ({ act: asked, done, names = [], then }: PlanAct) => {
    setActed(null);
    void request.run(
      () => send({ unitId: plan.unitId, year: plan.year, act: asked }),
      ({ refused }) => {
        const rows = "people" in asked ? asked.people.map((_, row) => row) : [0];
        const isRefused = new Set(refused.map(({ row }) => row));
        setActed({
          answer: { done: rows.filter((row) => !isRefused.has(row)).map((row) => ({ row })), refused },
          names,
          done,
        });
        then?.();
        onChanged();
      },
    );
  };
  return { request, acted, act };
}
