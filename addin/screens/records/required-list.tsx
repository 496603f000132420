import { Button } from "@fluentui/react-components";
import type { RequiredPage, RequiredUnit } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";

export interface RequiredListProps {
  readonly language: Language;
  readonly page: RequiredPage;
  readonly labelOf: (field: string) => string;
  readonly onRoster: (unitId: string) => void;
}

const MOST_SHOWN = 300;

/** Maintained / required per unit, and what is missing of whom (M2). */
export function RequiredList({ language, page, labelOf, onRoster }: RequiredListProps) {
  const words = recordPagesWords[language].required;
  const rows = page.units.length > 1 ? [page.total, ...page.units] : page.units;
  const shown = page.missing.slice(0, MOST_SHOWN);
  return (
    <>
      <p>{words.line(page.line)}</p>
      <PlainTable<RequiredUnit>
        caption={words.share}
        rows={rows}
        keyOf={({ unitId }, index) => `${unitId} ${index}`}
        empty={words.nothing}
        columns={[
          { key: "unit", title: words.unit, cell: ({ unitName }) => unitName },
          {
            key: "maintained",
            title: words.maintained,
            numeric: true,
            width: "140px",
            cell: ({ maintained, required }) => `${maintained} / ${required}`,
          },
          {
            key: "share",
            title: words.share,
            numeric: true,
            width: "140px",
            cell: ({ percentage }) => `${percentage}%${percentage < page.line ? `　${words.below}` : ""}`,
          },
          {
            key: "open",
            title: "",
            width: "150px",
            cell: ({ unitId, unitName }) => (
              <Button size="small" onClick={() => onRoster(unitId)} aria-label={`${words.openRoster}：${unitName}`}>
                {words.openRoster}
              </Button>
            ),
          },
        ]}
      />
      <h2>{words.missing}</h2>
      <PlainTable
        caption={words.missing}
        rows={shown}
        keyOf={({ record }) => record}
        empty={words.nothing}
        columns={[
          { key: "name", title: words.name, width: "140px", cell: ({ name }) => name },
          { key: "fields", title: words.fields, cell: ({ fields }) => fields.map(labelOf).join("、") },
        ]}
      />
      {page.missing.length > MOST_SHOWN && <p>{words.more(page.missing.length - MOST_SHOWN)}</p>}
    </>
  );
}
