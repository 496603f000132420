import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { BulkAnswer } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";

export interface ActResultProps {
  readonly language: Language;
  /** null: nothing was done yet. */
  readonly answer: BulkAnswer<unknown> | null;
  /** What is said of so many that went through. */
  readonly done: (count: number) => string;
  /** Who stood in a row of what was asked, from 0. */
  readonly nameOf: (row: number) => string;
}

/** What became of an act on many: how many it was done for, and why not for the others. */
export function ActResult({ language, answer, done, nameOf }: ActResultProps) {
  if (!answer) return <div className="admin-live" role="status" />;
  return (
    <div className="admin-live" role="status">
      {answer.done.length > 0 && (
        <MessageBar intent="success">
          <MessageBarBody>{done(answer.done.length)}</MessageBarBody>
        </MessageBar>
      )}
      {answer.refused.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <ul className="procedure-refused">
              {answer.refused.map(({ row, refusal }) => (
                <li key={row}>{`${nameOf(row)}：${sayRefusal(language, refusal)}`}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
