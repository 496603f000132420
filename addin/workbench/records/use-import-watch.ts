import { useRef, useState } from "react";
import type { ImportView } from "#core/protocol/records/imports.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { shareRead, underWayAmong } from "#addin/screens/records/import/import-share.ts";

/** Often enough for a bar, seldom enough for the service. */
const LOOK_MS = 1_000;

/** An import that the service is reading, as its own list of imports tells of it. */
export interface ImportWatch {
  /** 0 to 1; null: not known yet. */
  readonly share: number | null;
  readonly canGiveUp: boolean;
  readonly giveUp: () => void;
  readonly wasGivenUp: () => boolean;
  /** Looks on while `work` runs. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

export function useImportWatch(
  { records }: Pick<ServiceClient, "records">,
  { unit, rows }: { readonly unit: string; readonly rows: number },
): ImportWatch {
  const [underWay, setUnderWay] = useState<ImportView | null>(null);
  const givenUp = useRef(false);
  const listed = async (): Promise<readonly ImportView[]> => {
    const answer = await records.imports(unit);
    return answer.ok ? answer.value : [];
  };
  return {
    share: underWay && shareRead(underWay, rows),
    canGiveUp: underWay !== null,
    giveUp: () => {
      if (!underWay) return;
      givenUp.current = true;
      void records.dropImport(underWay.id);
    },
    wasGivenUp: () => givenUp.current,
    during: async (work) => {
      givenUp.current = false;
      const before = await listed();
      const timer = setInterval(() => void listed().then((now) => setUnderWay(underWayAmong(now, before))), LOOK_MS);
      try {
        return await work();
      } finally {
        clearInterval(timer);
        setUnderWay(null);
      }
    },
  };
}
