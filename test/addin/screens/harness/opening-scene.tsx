import { ok, refuse } from "#core/kernel/result.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { Language } from "#core/wording/language.ts";
import { OpeningDialog } from "#addin/screens/reports/compare/opening-dialog.tsx";
import type { OpeningAsked } from "#addin/screens/reports/compare/use-opening.ts";
import { calls, noting } from "./record-calls.ts";

/** Somebody else loads figures of the same year between the look and the loading. */
let mark = "before";

async function ask(file: File, asked: OpeningAsked) {
  calls.push({ name: "ask", given: [file.name, asked] });
  if (!asked.dryRun && asked.base !== mark) return refuse({ code: "changed-meanwhile" } as const);
  const answer = ok(found(asked, file));
  if (file.name === "raced.xlsx") mark = "meanwhile";
  return answer;
}

function found({ year, dryRun }: OpeningAsked, { name }: File): OpeningAnswer {
  const cells = name === "empty.xlsx" ? 0 : 12;
  const tables = [{ table: 2, title: "党员基本情况", cells, moved: cells }];
  const none = { standing: null, accepted: false, same: false, unchanged: 0, refused: [], refusedCount: 0 };
  const copied = { code: "sheet-copied", sheet: "表2 (2)", original: "表2" } as const;
  const problems = name === "copied.xlsx" ? [copied] : [];
  return { year, dryRun, base: mark, cells, tables, problems, ...none };
}

export function OpeningScene({ language }: { readonly language: Language }) {
  return (
    <>
      <h1>年报</h1>
      <OpeningDialog
        language={language}
        year={2025}
        last={2025}
        ask={ask}
        onBlank={async (year) => {
          calls.push({ name: "blank", given: [year] });
          return await Promise.resolve(ok(null));
        }}
        onLoaded={noting("loaded")}
        onClose={noting("close")}
      />
    </>
  );
}
