import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { aLedgerView } from "#test/builders/sheet-ledger-view.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { xlsxHands } from "#test/service/workbook/xlsx-driver.ts";
import { DESK_PROGRAMS, EXCEL_2024, MEMORY, WPS, type DeskProgram } from "./desks/desk-programs.ts";
import { anyScript } from "./desks/any-script.ts";
import { diffOf, inFile, onDesk, SameEditsWorld, type Face, type FaceResult } from "./desks/same-edits.ts";
import { editsInWords, performScript, type ScriptStep } from "./edit-script.ts";
import { journeyTemplate } from "./journey-template.ts";

const FACES: readonly (readonly [name: string, face: Face])[] = [
  ...DESK_PROGRAMS.map((program) => [program.name, onDesk(program)] as const),
  ["an .xlsx file", inFile],
];

describe("the same edits on every host", function () {
  this.timeout(240_000);

  describe("sent to the service", () => {
    let world: SameEditsWorld;
    let expected: FaceResult;

    before(async () => {
      world = await SameEditsWorld.start();
      expected = await world.on(onDesk(MEMORY));
    });
    after(() => world.close());

    it("W3 W4 the script finds what can be sent and what cannot, and meets acceptance, refusal and conflict", () => {
      const { diff, outcomes, ledger } = expected;
      assert.deepEqual(editsInWords(diff), [
        'q1 text.responsible null -> "张三"',
        'q1 text.due null -> "2026.10"',
        "q1 score 10 -> 9.5",
        'q2 text.task "开展主题党日活动" -> "每月开展主题党日活动\\n全年不少于十二次"',
        'q2 text.responsible null -> "110101199001011234"',
        'q2 text.due null -> "每季度末"',
        "q2 score 20 -> null",
        "q3 score 15 -> 7",
        'q4 text.task "收缴党费" -> "=1+1"',
        "q4 score 5 -> 4",
        "l1 rating.self null -> 45",
      ]);
      assert.deepEqual(
        diff.problems.map(({ code }) => code),
        ["row-without-key", "locked-cell-changed", "formula-overtyped", "row-without-key", "formula-in-input"],
      );
      assert.deepEqual(
        outcomes.map((outcome) => (outcome.result === "refused" ? outcome.refusal.code : outcome.result)),
        [
          ...Array<string>(6).fill("accepted"),
          "score-not-a-number",
          "score-not-in-steps",
          ...["accepted", "conflict", "accepted"],
        ],
      );
      assert.equal(ledger.totals.quantitativeSum, "46.50");
    });

    for (const [name, face] of FACES) {
      it(`W1 W2 W2a in ${name}: the same edits and problems at the same places, the same answers, the same ledger`, async () => {
        const { diff, outcomes, ledger } = await world.on(face);
        assert.deepEqual(diff, expected.diff);
        assert.deepEqual(outcomes, expected.outcomes);
        assert.deepEqual(ledger, expected.ledger);
      });
    }
  });

  describe("whatever they are", () => {
    it("W2 W2a Excel, WPS and the memory host find the same", async () => {
      await fc.assert(
        fc.asyncProperty(anyScript(), async (script) => {
          const expected = await diffOn(MEMORY, script);
          for (const program of [EXCEL_2024, WPS]) assert.deepEqual(await diffOn(program, script), expected);
        }),
        { numRuns: 12 },
      );
    });

    it("W2 W2a and so does a file", async () => {
      await fc.assert(
        fc.asyncProperty(anyScript(), async (script) => {
          const host = createXlsxHost({ milliseconds: 15_000 });
          await host.draw(aBook());
          await performScript(xlsxHands(host), script);
          assert.deepEqual(await diffOf(host), await diffOn(MEMORY, script));
        }),
        { numRuns: 3 },
      );
    });
  });
});

async function diffOn(program: DeskProgram, script: readonly ScriptStep[]): Promise<SheetDiff> {
  const running = await program.open(new WorkbookModel());
  const { host, hands } = running;
  await host.draw(aBook());
  await performScript(hands, script);
  const diff = await diffOf(host);
  await running.close();
  return diff;
}

function aBook() {
  const view = aLedgerView({
    template: journeyTemplate(),
    scores: { q1: "10", q2: "18.5", q3: "15" },
    ratesAs: "self",
    ratings: [{ item: "l1", raterClass: "self", rater: "me", score: "45" }],
  });
  return ledgerBook(view, LEDGER_WORDS_ZH);
}
