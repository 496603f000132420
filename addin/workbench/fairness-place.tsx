import { useState } from "react";
import type { FairnessAnswer, StandingQuery } from "#core/protocol/standings.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { FairnessScreen } from "#addin/screens/fairness/fairness-screen.tsx";
import type { FairnessShown } from "#addin/screens/fairness/fairness-screen-props.ts";
import { queryOf, StandingChoice } from "#addin/screens/standings/standing-choice.tsx";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { useLoad } from "#addin/session/use-load.ts";

/** Who rates how (L16): of one's own unit first, what is above it is not one's to know. */
export function FairnessPlace({ client, language, me }: OtherPlacesProps) {
  const choices = useLoad("choices", client.standingChoices);
  const [wish, setWish] = useState<StandingQuery | null>(null);
  return (
    <LoadArea around={{ language }} data={choices.data} onRetry={choices.reload}>
      {(there) => {
        const query = wish ?? queryOf(there, me.unit ? { unitId: me.unit.id } : {});
        if (!query) return <p className="standing-none">{workbenchPagesWords(language).standings.noChoices}</p>;
        const choice = <StandingChoice language={language} choices={there} query={query} onQuery={setWish} />;
        return <OneReport client={client} language={language} query={query} choice={choice} />;
      }}
    </LoadArea>
  );
}

interface OneReportProps extends Pick<OtherPlacesProps, "client" | "language"> {
  readonly query: StandingQuery;
  readonly choice: React.ReactNode;
}

function OneReport({ client, language, query, choice }: OneReportProps) {
  const report = useLoad(JSON.stringify(query), async () => {
    const answer = await client.fairness(query);
    return answer.ok ? { ok: true as const, value: shownReport(answer.value) } : answer;
  });
  return <FairnessScreen language={language} report={report.data} onReload={report.reload} choices={choice} />;
}

/** Ids give way to what they are called. */
export function shownReport({ scopeName, report, names, classes, items }: FairnessAnswer): FairnessShown {
  const nameOf = (id: string): string => names[id] ?? id;
  return {
    scopeName,
    raters: report.raters.map((rater) => ({
      ...rater,
      name: nameOf(rater.personId),
      raterClass: classes[rater.raterClass] ?? rater.raterClass,
    })),
    favouringPairs: report.favouringPairs.map(({ persons, above }) => ({
      names: [nameOf(persons[0]), nameOf(persons[1])],
      above,
    })),
    mostChallenged: report.mostChallenged.map((challenged) => {
      const item = items[challenged.item];
      return { ...challenged, title: item ? `${item.number} ${item.task}` : challenged.item };
    }),
  };
}
