import { Badge } from "@fluentui/react-components";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import type { FairnessWords } from "#addin/wording/ledger/fairness-words.ts";
import type { RaterShown } from "./fairness-screen-props.ts";

export interface RatersTableProps {
  readonly words: FairnessWords;
  readonly raters: readonly RaterShown[];
}

export function RatersTable({ words, raters }: RatersTableProps) {
  return (
    <PlainTable
      caption={words.ratersTitle}
      rows={raters}
      keyOf={({ personId, raterClass }) => `${raterClass} ${personId}`}
      empty={words.noRaters}
      columns={[
        { key: "name", title: words.rater, cell: ({ name }) => name },
        { key: "class", title: words.raterClass, cell: ({ raterClass }) => words.classes[raterClass] ?? raterClass },
        { key: "ledgers", title: words.ledgers, numeric: true, cell: ({ ledgers }) => ledgers },
        { key: "ratings", title: words.ratings, numeric: true, cell: ({ ratings }) => ratings },
        { key: "mean", title: words.mean, numeric: true, cell: ({ mean }) => mean },
        { key: "spread", title: words.spread, numeric: true, cell: ({ spread }) => spread },
        { key: "remark", title: words.remark, cell: (rater) => <Remark words={words} rater={rater} /> },
      ]}
    />
  );
}

/** One rating cannot vary, so it is no sameness. */
function Remark({ words, rater }: { readonly words: FairnessWords; readonly rater: RaterShown }) {
  if (rater.alwaysMaximum) {
    return (
      <Badge appearance="tint" color="warning">
        {words.alwaysMaximum}
      </Badge>
    );
  }
  if (rater.ratings < 2 || Number(rater.spread) !== 0) return null;
  return (
    <Badge appearance="tint" color="informative">
      {words.noSpread}
    </Badge>
  );
}
