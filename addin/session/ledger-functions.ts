import type { LedgerFunctions } from "#addin/screens/ledger/ledger-screen-props.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { bookHtml } from "./book/book-html.ts";
import { evidenceFunctions, saved } from "./evidence-functions.ts";
import type { DirectSession } from "./desk/direct-session.ts";
import { importShown } from "./roster/import-shown.ts";
import { printHtml } from "./book/print-html.ts";
import { saveFile } from "./book/save-file.ts";

export interface LedgerTools {
  readonly client: ServiceClient;
  readonly ledgerId: string;
  readonly grid: OpenGrid;
  readonly session: DirectSession;
  readonly language: Language;
  /** The ledger is gone from the open ones: deleted, voided. */
  readonly onGone: () => void;
}

/** What the ledger screen may ask for, done with the client, the session and the grid. */
export function ledgerFunctions(tools: LedgerTools): LedgerFunctions {
  const { client, ledgerId, session } = tools;
  const refresh = () => void session.refresh();
  return { ...editing(tools), ...evidenceFunctions({ client, ledgerId, refresh, save: saveFile }), ...leaving(tools) };
}

type Editing =
  "send" | "act" | "refresh" | "takeBack" | "keepMine" | "restoreFormula" | "setReason" | "goTo" | "history";

function editing({ client, ledgerId, grid, session }: LedgerTools): Pick<LedgerFunctions, Editing> {
  return {
    async send(keys) {
      await grid.host.commitTyping();
      await session.send(keys);
    },
    act: (edit) => session.sendEdits([edit]),
    async refresh() {
      await grid.host.commitTyping();
      await session.refresh();
    },
    takeBack: (key) => void session.takeBack(key),
    keepMine: (key) => void session.keepMine(key),
    restoreFormula: (place) => void session.restoreFormula(place),
    setReason: (key, reason) => session.setReason({ key }, reason),
    goTo: (place) => void grid.host.select(place).then(() => grid.host.focus()),
    history: (record, field) => client.history(ledgerId, { record, field }),
  };
}

type Leaving = "output" | "print" | "fit" | "readWorkbook" | "remove" | "voidLedger";

function leaving({ client, ledgerId, grid, session, language, onGone }: LedgerTools): Pick<LedgerFunctions, Leaving> {
  return {
    output: async (format, reason) =>
      await saved(
        await client.output(ledgerId, format, reason),
        `${session.state.view?.name.text ?? "ledger"}.${format}`,
        saveFile,
      ),
    print() {
      const { book } = session.state;
      if (book) void grid.host.read().then((reading) => printHtml(bookHtml(book, reading)));
    },
    fit: () => grid.fitToWindow(),
    async readWorkbook(file, dryRun) {
      const answer = await client.importWorkbook(ledgerId, file, dryRun);
      return answer.ok ? { ok: true, value: importShown(answer.value, language) } : answer;
    },
    async remove() {
      const answer = await client.removeLedger(ledgerId);
      if (answer.ok) onGone();
      return answer;
    },
    async voidLedger(reason) {
      const answer = await client.voidLedger(ledgerId, reason);
      if (answer.ok) onGone();
      return answer;
    },
  };
}
