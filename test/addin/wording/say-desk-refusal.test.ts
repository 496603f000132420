import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { HostFailureCode } from "#addin/hosts/host-failure.ts";
import type { OutboxRefusal } from "#addin/outbox/outbox-entry.ts";
import type { BookRefusal, DeskRefusal } from "#addin/session/desk/desk-refusal.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import type { Language } from "#core/wording/language.ts";

/** One of each; a new code does not compile until it stands here. */
const REFUSALS: Readonly<
  Record<HostFailureCode | BookRefusal["code"] | OutboxRefusal["code"] | DoorCode, DeskRefusal>
> = {
  ...hostFailures([
    ...(["cell-in-edit", "sheet-protected", "workbook-read-only", "sheet-gone", "too-large-for-host"] as const),
    ...(["host-busy", "filter-in-the-way", "merge-in-the-way", "drawing-cancelled", "host-failed"] as const),
    ...(["typed-meanwhile"] as const),
  ]),
  "name-taken": { code: "name-taken", detail: "定量得分", place: undefined },
  "nothing-open": { code: "nothing-open" },
  "book-of-another-service": { code: "book-of-another-service" },
  "book-of-another-kind": { code: "book-of-another-kind", kind: "standing" },
  "book-unreadable": { code: "book-unreadable", why: "snapshot-damaged" },
  "outbox-full": { code: "outbox-full" },
  "already-on-its-way": { code: "already-on-its-way" },
  "push-too-old": { code: "push-too-old" },
  "service-unreachable": { code: "service-unreachable" },
  "not-signed-in": { code: "not-signed-in" },
};

/** Of the service's own codes, those that a desk gives, too. */
type DoorCode = "service-unreachable" | "not-signed-in";

describe("what a desk refuses", () => {
  for (const [code, refusal] of Object.entries(REFUSALS)) {
    it(`${code} has a sentence in both languages`, () => {
      const said = (language: Language) => sayDeskRefusal(language, refusal);
      assert.match(said("zh-CN"), /^\p{Script=Han}.*[。：]?/u);
      assert.match(said("en"), /^[A-Z][\x20-\x7E\u2019]+[.]/);
      for (const sentence of [said("zh-CN"), said("en")]) {
        assert.ok(sentence.length > 4, sentence);
        assert.doesNotMatch(sentence, /undefined|\b[a-z]+-[a-z]+-[a-z]+\b/);
        assert.ok(!sentence.includes(code), sentence);
      }
    });
  }

  it("no two of them say the same", () => {
    for (const language of ["zh-CN", "en"] as const) {
      const said = Object.values(REFUSALS).map((refusal) => sayDeskRefusal(language, refusal));
      assert.equal(new Set(said).size, said.length);
    }
  });

  it("names the name that is taken, and where something is in the way", () => {
    assert.ok(sayDeskRefusal("zh-CN", REFUSALS["name-taken"]).includes("定量得分"));
    const place = { sheet: "定量任务", address: "C4:D5" };
    const said = sayDeskRefusal("en", { code: "merge-in-the-way", detail: "", place });
    assert.ok(said.includes("定量任务 C4:D5"), said);
  });
});

function hostFailures<C extends HostFailureCode>(codes: readonly C[]): Readonly<Record<C, DeskRefusal>> {
  const refusals = codes.map((code) => [code, { code, detail: "", place: undefined }] as const);
  return Object.fromEntries(refusals) as unknown as Readonly<Record<C, DeskRefusal>>;
}
