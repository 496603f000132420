import { shownTime } from "#core/kernel/instant.ts";
import type { FairnessReport } from "#core/ledger/scoring/compute-fairness.ts";
import { fillWords } from "../draft/fill-words.ts";
import { figureCell, textCell } from "../draft/make-cell.ts";
import { addTableHead, dataRow, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { LedgerIssue } from "../ledger/ledger-view.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { Column, Row, Sheet } from "../sheet.ts";
import type { StandingWords } from "./standing-words.ts";

/** A fairness report with names where it has ids (L16). */
export interface FairnessView {
  readonly issue: LedgerIssue;
  readonly subject: string;
  readonly scopeName: string;
  readonly templateName: string;
  readonly year: number;
  readonly report: FairnessReport;
  readonly nameOf: (personId: string) => string;
  readonly classNameOf: (code: string) => string;
  /** Number and task of an item. */
  readonly itemOf: (key: string) => { readonly number: string; readonly task: string };
}

const PERCENT_POINTS = "0.00";

/** Three tables: raters, pairs who favour each other, items challenged most. Only leaders get one, so nothing in it is hidden. */
export function fairnessBook(view: FairnessView, words: StandingWords): SheetBook {
  const sheets = [ratersSheet(view, words), pairsSheet(view, words), itemsSheet(view, words)];
  return {
    identity: {
      kind: "fairness",
      ...view.issue,
      subject: view.subject,
      unit: view.scopeName,
      year: view.year,
    },
    title: titleOf(view, words),
    sheets,
    names: [],
    legend: [],
  };
}

function titleOf(view: FairnessView, words: StandingWords): string {
  return fillWords(words.fairness.title, { year: view.year, template: view.templateName });
}

interface Table {
  readonly key: string;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

function tableSheet(view: FairnessView, words: StandingWords, table: Table): Sheet {
  const draft: SheetDraft = newDraft(table.name, table.columns);
  const info = fillWords(words.info, {
    scope: view.scopeName,
    of: table.rows.length,
    time: shownTime(view.issue.issuedAt),
  });
  const headerRow = addTableHead(draft, { title: titleOf(view, words), info, headers: words.fairness.columns });
  for (const row of table.rows) addRow(draft, row);
  const facts = {
    scope: view.scopeName,
    year: view.year,
    account: view.issue.issuedTo,
    time: shownTime(view.issue.issuedAt),
  };
  return finishTable(draft, {
    key: table.key,
    headerRow,
    protection: "none",
    orientation: "portrait",
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, facts),
  });
}

function ratersSheet(view: FairnessView, words: StandingWords): Sheet {
  const rows = view.report.raters.map((rater) =>
    dataRow(`${rater.raterClass}/${rater.personId}`, {
      rater: textCell(view.nameOf(rater.personId)),
      raterClass: textCell(view.classNameOf(rater.raterClass)),
      ledgers: figureCell(String(rater.ledgers), "text"),
      ratings: figureCell(String(rater.ratings), "text"),
      mean: figureCell(rater.mean, "text", { format: PERCENT_POINTS }),
      spread: figureCell(rater.spread, "text", { format: PERCENT_POINTS }),
      alwaysMaximum: textCell(rater.alwaysMaximum ? words.fairness.yes : null, {
        align: "center",
        ...(rater.alwaysMaximum ? { state: "explain" as const } : {}),
      }),
    }),
  );
  const columns = [
    { key: "rater", width: 20, identity: true },
    { key: "raterClass", width: 14 },
    { key: "ledgers", width: 12 },
    { key: "ratings", width: 12 },
    { key: "mean", width: 18 },
    { key: "spread", width: 12 },
    { key: "alwaysMaximum", width: 12 },
  ];
  return tableSheet(view, words, { key: "raters", name: words.fairness.raters, columns, rows });
}

function pairsSheet(view: FairnessView, words: StandingWords): Sheet {
  const rows = view.report.favouringPairs.map(({ persons: [first, second], above }) =>
    dataRow(`${first}/${second}`, {
      first: textCell(view.nameOf(first)),
      second: textCell(view.nameOf(second)),
      firstAbove: figureCell(above[0], "text", { format: PERCENT_POINTS }),
      secondAbove: figureCell(above[1], "text", { format: PERCENT_POINTS }),
    }),
  );
  const columns = [
    { key: "first", width: 20, identity: true },
    { key: "second", width: 20, identity: true },
    { key: "firstAbove", width: 20 },
    { key: "secondAbove", width: 20 },
  ];
  return tableSheet(view, words, { key: "pairs", name: words.fairness.pairs, columns, rows });
}

function itemsSheet(view: FairnessView, words: StandingWords): Sheet {
  const rows = view.report.mostChallenged.map(({ item, challenges, ledgers }) => {
    const { number, task } = view.itemOf(item);
    return dataRow(item, {
      item: textCell(number),
      task: textCell(task),
      challenges: figureCell(String(challenges), "text"),
      ledgers: figureCell(String(ledgers), "text"),
    });
  });
  const columns = [
    { key: "item", width: 8, identity: true },
    { key: "task", width: 44, identity: true },
    { key: "challenges", width: 12 },
    { key: "ledgers", width: 14 },
  ];
  return tableSheet(view, words, { key: "items", name: words.fairness.items, columns, rows });
}
