import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { DuesRow } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import type { PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { FoundTable } from "#addin/components/procedures/found-table.tsx";
import { duesWords } from "#addin/wording/procedures/dues-words.ts";

export interface DuesTableProps {
  readonly language: Language;
  readonly rows: readonly DuesRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** What each member owes, pays and has paid; six months unpaid are marked (M20). */
export function DuesTable({ language, rows, ticked, onTick }: DuesTableProps) {
  const words = duesWords[language];
  const [onlyUnpaid, setOnlyUnpaid] = useState(false);
  return (
    <FoundTable<DuesRow>
      caption={words.about}
      find={words.find}
      more={words.more}
      all={words.all}
      rows={onlyUnpaid ? rows.filter(({ unpaidMonths }) => unpaidMonths > 0) : rows}
      keyOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={onTick}
      empty={words.nobody}
      rowClass={({ longUnpaid }) => (longUnpaid ? "dues-long" : undefined)}
      beside={
        <Checkbox
          label={words.onlyUnpaid}
          checked={onlyUnpaid}
          onChange={(_, { checked }) => setOnlyUnpaid(checked === true)}
        />
      }
      columns={columnsOf(language)}
    />
  );
}

function columnsOf(language: Language): readonly PlainColumn<DuesRow>[] {
  const words = duesWords[language];
  const { columns } = words;
  return [
    { key: "name", title: columns.name, width: "80px", cell: ({ name }) => name },
    { key: "unit", title: columns.unit, cell: ({ unitName }) => unitName },
    {
      ...{ key: "kind", title: columns.kind, width: "110px" },
      cell: ({ kindLabel }) => kindLabel?.[language === "zh-CN" ? "zh" : "en"] ?? "",
    },
    { key: "base", title: columns.base, width: "64px", numeric: true, cell: ({ base }) => base },
    { key: "monthly", title: columns.monthly, width: "60px", numeric: true, cell: ({ monthly }) => monthly },
    {
      ...{ key: "proposed", title: columns.proposed, width: "110px", numeric: true },
      cell: (row) => proposalOf(row, language),
    },
    {
      ...{ key: "until", title: columns.paidUntil, width: "64px" },
      cell: ({ paidUntil }) => paidUntil ?? words.never,
    },
    {
      ...{ key: "unpaid", title: columns.unpaid, width: "90px" },
      cell: ({ owedFrom, unpaidMonths, longUnpaid }) =>
        owedFrom === null ? words.unknown : words.months(unpaidMonths, longUnpaid),
    },
  ];
}

/** Two amounts are the same however many decimals they are written with. */
function proposalOf({ proposed, monthly, base, kindLabel }: DuesRow, language: Language): string {
  const words = duesWords[language];
  if (kindLabel === null) return "";
  if (proposed === null) return base === "" ? words.noBase : words.byApproval;
  return monthly !== "" && Number(monthly) !== Number(proposed) ? words.differs(proposed) : proposed;
}
