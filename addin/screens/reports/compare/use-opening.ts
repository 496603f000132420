import { useRef, useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { OpeningAnswer } from "#core/protocol/report-opening.ts";
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
  readonly onLoaded: (answer: OpeningAnswer) => void;
}

interface Looked {
  readonly file: File;
  readonly found: OpeningAnswer;
}

/** A workbook of opening figures: what was chosen, what it would load, and loading what was looked at. */
export function useOpening({ year: proposed, ask, onLoaded }: OpeningUse) {
  const [year, setYear] = useState(proposed);
  const [looked, setLooked] = useState<Looked | null>(null);
  const chosen = useRef<File | null>(null);
  const request = useRequest();
  const isReady = looked !== null && looked.found.year === year && looked.found.refusedCount === 0;
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
  return {
    ...{ year, isReady, busy: request.busy, refusal: request.refusal },
    found: looked?.found ?? null,
    onYear: (typed: string) => {
      setYear(Number(typed));
      if (/^\d{4}$/u.test(typed)) look(Number(typed));
    },
    onFile: (file: File) => {
      chosen.current = file;
      look(year);
    },
    onLoad: (reason: string) => {
      if (!looked || !isReady) return;
      const order = { year, reason, base: looked.found.base, dryRun: false };
      void request.run(() => ask(looked.file, order), onLoaded);
    },
  };
}
