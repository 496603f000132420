import { Button } from "@fluentui/react-components";
import type { PlanView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";

export interface PlanListProps {
  readonly language: Language;
  readonly plans: readonly PlanView[];
  /** The one that stands below. */
  readonly open: string | undefined;
  readonly onOpen: (unitId: string) => void;
}

/** Plans of a unit and those below it, each with where it stands. */
export function PlanList({ language, plans, open, onOpen }: PlanListProps) {
  const words = planWords[language];
  const { columns } = words;
  return (
    <PlainTable<PlanView>
      caption={words.plans}
      rows={plans}
      keyOf={({ unitId }) => unitId}
      empty={words.none}
      rowClass={({ unitId }) => (unitId === open ? "plan-open" : undefined)}
      columns={[
        { key: "unit", title: columns.unit, cell: ({ unitName }) => unitName },
        { key: "step", title: columns.step, width: "160px", cell: ({ step }) => words.steps[step] },
        {
          ...{ key: "entered", title: columns.entered, width: "100px", numeric: true },
          cell: ({ entries }) => entries.length,
        },
        {
          ...{ key: "reported", title: columns.reported, width: "100px", numeric: true },
          cell: ({ reported }) => reported ?? words.unset,
        },
        {
          ...{ key: "approved", title: columns.approved, width: "100px", numeric: true },
          cell: ({ approved }) => approved ?? words.unset,
        },
        { key: "due", title: columns.due, width: "130px", cell: ({ planDue }) => planDue },
        {
          ...{ key: "open", title: "", width: "90px" },
          cell: ({ unitId, unitName }) => (
            <Button
              size="small"
              aria-pressed={unitId === open}
              onClick={() => onOpen(unitId)}
              aria-label={`${words.open}：${unitName}`}
            >
              {words.open}
            </Button>
          ),
        },
      ]}
    />
  );
}
