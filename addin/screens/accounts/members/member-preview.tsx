import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import type { MemberBatchWords } from "#addin/wording/accounts/member-batch-words.ts";
import { countRows, shownPhone } from "./member-list.ts";
import type { MemberRow } from "./parse-member-rows.ts";

export interface MemberPreviewProps {
  readonly words: MemberBatchWords;
  readonly rows: readonly MemberRow[];
}

/** What the pasted rows were understood as, problems first said in the count above. */
export function MemberPreview({ words, rows }: MemberPreviewProps) {
  return (
    <section className="member-preview" aria-label={words.previewTitle}>
      <p aria-live="polite">
        <b>{words.previewTitle}</b>{" "}
        <span className="admin-muted">{rows.length > 0 && words.counted(countRows(rows))}</span>
      </p>
      <div className="member-preview-rows" tabIndex={0} role="region" aria-label={words.previewTitle}>
        <PlainTable
          caption={words.previewTitle}
          rows={rows}
          keyOf={({ line }) => String(line)}
          empty={words.nothingPasted}
          rowClass={({ problem }) => (problem === null ? undefined : "member-wrong")}
          columns={columnsOf(words)}
        />
      </div>
    </section>
  );
}

function columnsOf(words: MemberBatchWords): readonly PlainColumn<MemberRow>[] {
  return [
    { key: "line", title: words.row, width: "44px", numeric: true, cell: ({ line }) => line },
    { key: "name", title: words.name, width: "96px", cell: ({ name }) => name },
    { key: "phone", title: words.phone, width: "136px", cell: (row) => shownPhone(row) ?? words.noPhone },
    { key: "remark", title: words.remark, cell: (row) => remarkOf(words, row) },
  ];
}

function remarkOf(words: MemberBatchWords, { problem, homonym }: MemberRow): string {
  if (problem !== null) return words.problems[problem];
  return homonym ? words.homonym : words.fits;
}
