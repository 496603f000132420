import type { NamedPerson, PlanComparisonView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import type { ComparisonRow } from "#addin/wording/procedures/plan-words-zh.ts";
import { planWords } from "#addin/wording/procedures/plan-words.ts";

interface Compared {
  readonly key: ComparisonRow;
  readonly count: number;
  readonly who: readonly NamedPerson[];
}

const ORDER: readonly ComparisonRow[] = [
  ...(["reported", "approved", "listed", "admitted"] as const),
  ...(["notAdmitted", "notListed", "candidates", "notPlanned"] as const),
];

/** At year end: admissions against number and list, candidates against the plan (M8). */
export function PlanComparison(props: { readonly language: Language; readonly comparison: PlanComparisonView }) {
  const { language, comparison } = props;
  const words = planWords[language].comparison;
  const rows = ORDER.map((key): Compared => {
    const value = comparison[key];
    return typeof value === "number" ? { key, count: value, who: [] } : { key, count: value.length, who: value };
  });
  return (
    <PlainTable<Compared>
      caption={words.title}
      rows={rows}
      keyOf={({ key }) => key}
      empty=""
      columns={[
        { key: "item", title: words.item, width: "220px", cell: ({ key }) => words.rows[key] },
        { key: "count", title: words.count, width: "80px", numeric: true, cell: ({ count }) => count },
        { key: "who", title: words.who, cell: ({ who }) => who.map(({ name }) => name).join("、") },
      ]}
    />
  );
}
