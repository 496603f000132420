import { ok } from "#core/kernel/result.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { ArchiveScreen } from "#addin/screens/procedures/archive-screen.tsx";
import { saveFile } from "#addin/session/book/save-file.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 归档导出 (M16). */
export function ArchivePage({ client, language, choices, unit, onUnit }: ProceduresPageProps) {
  const exports = useLoad(unit, () => client.records.exports(unit));
  return (
    <>
      <div className="records-choice">
        <UnitSelect label={recordPagesWords[language].unit} units={choices} unit={unit} onUnit={onUnit} />
      </div>
      <LoadArea around={{ language }} data={exports.data} onRetry={exports.reload}>
        {(listed) => (
          <ArchiveScreen
            language={language}
            today={today(Date.now())}
            exports={listed}
            take={async (list, reason) => {
              const answer = await client.procedures.archive({ unitId: unit, list, reason });
              if (!answer.ok) return answer;
              saveFile(answer.value.fileName, answer.value.content);
              return ok(answer.value.fileName);
            }}
            onTaken={exports.reload}
          />
        )}
      </LoadArea>
    </>
  );
}
