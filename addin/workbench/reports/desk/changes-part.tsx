import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import { reportWords } from "#addin/wording/report/report-words.ts";
import type { DeskPart } from "./desk-part.ts";

/** 修改: what was typed and not sent, with the reason that a forced number owes (R3). */
export function ChangesPart({ language, state, session, grid }: DeskPart) {
  if (!session || !grid) return null;
  const { changes, problems, stopped, sending, refusal } = state;
  const ask = {
    send: async (keys: ReadonlySet<string>) => {
      await session.send(keys);
    },
    takeBack: (key: string) => void session.takeBack(key),
    keepMine: (key: string) => void session.keepMine(key),
    restoreFormula: (at: Parameters<typeof session.restoreFormula>[0]) => void session.restoreFormula(at),
    setReason: (key: string, reason: string) => session.setReason({ key }, reason),
    goTo: (at: Parameters<typeof grid.host.select>[0]) => void grid.host.select(at).then(() => grid.host.focus()),
  };
  const { none } = reportWords[language].desk;
  return <ChangesPanel screen={{ language, none, changes, problems, stopped, sending, refusal, ask }} />;
}
