import { useState } from "react";
import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { CompareScreen, type Compared } from "#addin/screens/compare/compare-screen.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { rosterExportWords } from "#addin/wording/pane/roster-export-words.ts";
import type { LedgerListed } from "#core/protocol/ledgers.ts";
import { compareLedgers } from "#core/sheet/ledger/compare-ledgers.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { PlacesProps } from "./places-props.ts";

/** Needs the service's view: what is typed and not sent is no score yet. */
export function ComparePlace(props: PlacesProps) {
  const { language, state } = props;
  const words = paneWords(language);
  if (!state.identity)
    return <NothingOpen language={language} text={words.compare.open} onOpen={() => props.go("open")} />;
  if (state.identity.kind === "roster") return <p className="pane-hint">{rosterExportWords[language].notCompared}</p>;
  if (!state.view) return <p className="pane-hint">{words.book.offline}</p>;
  return <Comparing {...props} view={state.view} />;
}

function Comparing({ client, language, state, view, work }: PlacesProps & { readonly view: LedgerView }) {
  const ledgerId = state.identity?.subject ?? "";
  const earlier = useLoad(ledgerId, () => earlierOf(ledgerId, (query) => client.ledgers(query)));
  const [wish, setWish] = useState<string | null>(null);
  const first = earlier.data.state === "ready" ? (earlier.data.value[0]?.id ?? null) : null;
  const chosen = wish ?? first;
  const compared = useLoad(
    chosen === null ? null : `${chosen} ${view.issue.change}`,
    async (): Promise<Answer<Compared>> => {
      const answer = await client.ledger(chosen ?? "");
      if (!answer.ok) return answer;
      const then = answer.value;
      return {
        ok: true,
        value: {
          years: { now: view.template.year, then: then.template.year },
          totals: { now: view.totals.total, then: then.totals.total },
          items: compareLedgers(view, then),
        },
      };
    },
  );
  return (
    <CompareScreen
      language={language}
      earlier={earlier.data}
      chosen={chosen}
      onChoose={setWish}
      compared={compared.data}
      onReload={() => {
        earlier.reload();
        compared.reload();
      }}
      onItem={(row) => work.goToCell({ sheet: "quantitative", row, column: "score" })}
    />
  );
}

type Asks = (query: {
  readonly templateId?: string;
  readonly unitId?: string;
  readonly most: number;
}) => Promise<Answer<{ readonly ledgers: readonly LedgerListed[] }>>;

const MOST = 200;

/** Other years of the same owner and the same template, newest first. */
async function earlierOf(ledgerId: string, ask: Asks): Promise<Answer<readonly LedgerListed[]>> {
  const all = await ask({ most: MOST });
  if (!all.ok) return all;
  const own = all.value.ledgers.find(({ id }) => id === ledgerId);
  if (!own) return { ok: true, value: [] };
  const same = await ask({ templateId: own.templateId, unitId: own.unitId, most: MOST });
  if (!same.ok) return same;
  const earlier = same.value.ledgers.filter(
    ({ id, ownerName, level, year }) =>
      id !== own.id && level === own.level && year < own.year && (level !== "member" || ownerName === own.ownerName),
  );
  return { ok: true, value: [...earlier].sort((a, b) => b.year - a.year) };
}
