import { useRef, useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import { useRequest } from "#addin/components/admin/use-request.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface OpeningAsked {
  readonly year: number;
  readonly reason: string;
  readonly base: string;
  readonly dryRun: boolean;
}

export interface OpeningUse {
  /** Proposed. */
  readonly year: number;
  readonly ask: (file: File, of: OpeningAsked) => Promise<Result<OpeningAnswer, ShownRefusal>>;
  /** An empty form for that year's figures, written to a file. */
  readonly onBlank: (year: number) => Promise<Result<unknown, ShownRefusal>>;
  readonly onLoaded: (answer: OpeningAnswer) => void;
}

interface Looked {
  readonly file: File;
  readonly found: OpeningAnswer;
}

/** A workbook of opening figures: what was chosen, what it would load, and loading what was looked at. */
export function useOpening({ year: proposed, ask, onBlank, onLoaded }: OpeningUse) {
  const [year, setYear] = useState(proposed);
  const [looked, setLooked] = useState<Looked | null>(null);
  const chosen = useRef<File | null>(null);
  const request = useRequest();
  const isReady = looked !== null && isLoadable(looked.found, year);
  const look = (of: number) => {
    const file = chosen.current;
    setLooked(null);
    if (!file) return;
    const order = { year: of, reason: "", base: "", dryRun: true };
    void request.run(
      () => ask(file, order),
      (found) => setLooked({ file, found }),
    );
  };
  // What somebody else loaded meanwhile is shown beside the refusal, and replaced only by whoever has seen it.
  const loadOrLookAgain = async (file: File, order: OpeningAsked) => {
    const answer = await ask(file, order);
    if (answer.ok || answer.refusal.code !== "changed-meanwhile") return answer;
    const again = await ask(file, { ...order, reason: "", base: "", dryRun: true });
    setLooked(again.ok ? { file, found: again.value } : null);
    return answer;
  };
  return {
    ...{ year, isReady, busy: request.busy, refusal: request.refusal },
    found: looked?.found ?? null,
    onYear: (typed: string) => {
      setYear(Number(typed));
      if (/^\d{4}$/u.test(typed)) look(Number(typed));
    },
    onBlank: () => void request.run(() => onBlank(year)),
    onFile: (file: File) => {
      chosen.current = file;
      look(year);
    },
    onLoad: (reason: string) => {
      if (!looked || !isReady) return;
      const order = { year, reason, base: looked.found.base, dryRun: false };
      void request.run(() => loadOrLookAgain(looked.file, order), onLoaded);
    },
  };
}

function isLoadable(found: OpeningAnswer, year: number): boolean {
  return found.year === year && found.refusedCount === 0 && found.cells > 0;
}
