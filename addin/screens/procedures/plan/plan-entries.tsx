import type { PlanEntryView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { TickedTable } from "#addin/components/procedures/ticked-table.tsx";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";

export interface PlanEntriesProps {
  readonly language: Language;
  readonly entries: readonly PlanEntryView[];
  /** null: at this step nothing is done to single people. */
  readonly ticked: ReadonlySet<string> | null;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Who stands in the plan, with contacts, dates and training (M7), and what this year's look gave (M8). */
export function PlanEntries({ language, entries, ticked, onTick }: PlanEntriesProps) {
  const words = planWords[language].entries;
  const table = {
    ...{ caption: words.title, rows: entries, empty: words.none, columns: columnsOf(language) },
    keyOf: ({ personId }: PlanEntryView) => personId,
  };
  if (ticked === null) return <PlainTable<PlanEntryView> {...table} />;
  return (
    <TickedTable<PlanEntryView>
      {...table}
      all={words.all}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={onTick}
    />
  );
}

function columnsOf(language: Language): readonly PlainColumn<PlanEntryView>[] {
  const words = planWords[language].entries;
  return [
    { key: "name", title: words.name, width: "72px", cell: ({ name }) => name },
    { key: "unit", title: words.unit, cell: ({ unitName }) => unitName },
    { key: "cultivators", title: words.cultivators, width: "90px", cell: ({ cultivators }) => cultivators },
    { key: "activist", title: words.activistOn, width: "76px", cell: ({ activistOn }) => activistOn },
    { key: "candidate", title: words.candidateOn, width: "76px", cell: ({ candidateOn }) => candidateOn },
    { key: "training", title: words.training, width: "160px", cell: (entry) => trainingOf(entry, language) },
    {
      ...{ key: "check", title: words.check, width: "100px" },
      cell: ({ check, reason }) => (reason === "" ? words.checks[check] : `${words.checks[check]}：${reason}`),
    },
    { key: "joined", title: words.joinedOn, width: "76px", cell: ({ joinedOn }) => joinedOn },
  ];
}

function trainingOf({ trainingKind, trainingOn, trainingResult }: PlanEntryView, language: Language): string {
  const label = language === "zh-CN" ? "zh" : "en";
  return [trainingKind?.[label], trainingOn, trainingResult?.[label]].filter(Boolean).join("　");
}
