import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { DuplicateGroup, FoundPerson } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { PeopleTable } from "./search-screen.tsx";

export interface DuplicatesListProps {
  readonly language: Language;
  readonly groups: readonly DuplicateGroup[];
  readonly onCard: (person: FoundPerson) => void;
  readonly merge: (pair: Pair, reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onMerged: () => void;
}

interface Pair {
  readonly into: FoundPerson;
  readonly from: FoundPerson;
}

/** What may be one human being twice (M3); merging keeps the first record and both histories. */
export function DuplicatesList(props: DuplicatesListProps) {
  const { language, groups } = props;
  const words = recordPagesWords[language].search;
  const [merging, setMerging] = useState<Pair | null>(null);
  if (groups.length === 0) return <p>{words.noDuplicates}</p>;
  return (
    <>
      {groups.map(({ why, people }) => {
        const [into, from] = people;
        const title = words.why[why];
        return (
          <section key={people.map(({ record }) => record).join(" ")} aria-label={title}>
            <h3>
              {title}{" "}
              {into && from && people.length === 2 && (
                <Button
                  size="small"
                  onClick={() => setMerging({ into, from })}
                  aria-label={`${words.merge}：${into.name}`}
                >
                  {words.merge}
                </Button>
              )}
            </h3>
            <PeopleTable language={language} caption={title} people={people} onCard={props.onCard} />
          </section>
        );
      })}
      {merging && (
        <ReasonDialog
          around={{ language }}
          title={words.mergeTitle}
          text={words.mergeAbout(nameOf(merging.into), nameOf(merging.from))}
          confirm={words.merge}
          least={2}
          ask={(reason) => props.merge(merging, reason)}
          onDone={() => {
            setMerging(null);
            props.onMerged();
          }}
          onClose={() => setMerging(null)}
        />
      )}
    </>
  );
}

function nameOf({ name, unitName }: FoundPerson): string {
  return `${name}（${unitName}）`;
}
