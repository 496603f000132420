import type { TransferPerson } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { FoundTable } from "#addin/components/procedures/found-table.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

export interface PeopleTicksProps {
  readonly language: Language;
  readonly caption: string;
  readonly people: readonly TransferPerson[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Who is meant: people of the chosen unit, by name, with what stands in the way of a letter. */
export function PeopleTicks({ language, caption, people, ticked, onTick }: PeopleTicksProps) {
  const words = transferFormsWords[language].people;
  const { stages } = recordPagesWords[language];
  return (
    <div className="transfer-people">
      <FoundTable<TransferPerson>
        {...{ caption, ticked, onTick }}
        find={words.find}
        more={words.more}
        all={words.all}
        rows={people}
        keyOf={({ personId }) => personId}
        nameOf={({ name }) => name}
        empty={words.none}
        columns={[
          { key: "name", title: words.columns.name, width: "80px", cell: ({ name }) => name },
          { key: "id", title: words.columns.idNumber, width: "140px", cell: ({ idNumber }) => idNumber },
          { key: "unit", title: words.columns.unit, cell: ({ unitName }) => unitName },
          {
            key: "stage",
            title: words.columns.stage,
            width: "80px",
            cell: ({ stage }) => (stage ? stages[stage] : ""),
          },
          { key: "paid", title: words.columns.paid, width: "80px", cell: ({ paidUntil }) => paidUntil },
          { key: "remark", title: words.columns.remark, width: "180px", cell: (person) => remarkOf(language, person) },
        ]}
      />
    </div>
  );
}

/** What stands in the way of a letter, or is good to know; "": nothing. */
export function remarkOf(language: Language, { underWay, hasMobile, lost }: TransferPerson): string {
  const words = transferFormsWords[language].people;
  if (underWay) return words.underWay;
  if (lost) return words.lost(lost.since, lost.keeper);
  return hasMobile ? "" : words.noMobile;
}
