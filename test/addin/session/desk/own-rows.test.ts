import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type { Me } from "#core/protocol/session.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import { DeskSession } from "#addin/session/desk/desk-session.ts";
import { unsentOf } from "#addin/session/desk/unsent-of.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";

function rosterOf(subject: string): SheetBook {
  const book = aRoster(3);
  return { ...book, identity: { ...book.identity, subject } };
}

describe("rows that the officer wrote into a roster himself", () => {
  let session: DeskSession;
  let user: WorkbookUser;
  /** Called when the service is asked. */
  let meanwhile: () => void;

  beforeEach(async () => {
    const host = new MemoryHost(new WorkbookModel());
    user = new WorkbookUser(host.workbook, { heedsProtection: false });
    meanwhile = () => undefined;
    const push = () => assert.fail("nothing is sent");
    session = new DeskSession({
      ...{ host, codec: host.codec, noteOf: () => "" },
      outbox: new Outbox({
        ...{ storage: new MemoryStorage(), push, newKey: () => "key", now: () => 0, wait: () => () => undefined },
      }),
      async load(subject) {
        meanwhile();
        return { ok: true, value: { book: rosterOf(subject), view: null, roster: null, report: null } };
      },
      loadService: async () => ({ ok: true, value: { id: rosterOf("A").identity.service } }),
    });
    await session.start();
    await session.signIn({ accountId: "a", accountName: "a", actingPostId: null } as unknown as Me);
    assert.equal(await session.open("A"), true, JSON.stringify(session.state.actRefusal));
  });

  it("W3 are unsent as changes are: the officer is asked before another book takes their place", async () => {
    assert.equal(unsentOf(session.state).length, 0);
    user.type("名册", "C7", "新来的人");
    await session.compare();
    assert.equal(unsentOf(session.state).length, 1);
    assert.equal(await session.open("B"), true);
    assert.equal(session.state.identity?.subject, "B");
  });

  it("W3 keep another book away when they came after the officer was asked", async () => {
    meanwhile = () => user.type("名册", "C7", "新来的人");
    assert.equal(await session.open("B"), false);
    assert.deepEqual([session.state.actRefusal?.code, session.state.identity?.subject], ["typed-meanwhile", "A"]);
    assert.deepEqual(
      session.state.newRows.map(({ values }) => Object.values(values)),
      [["新来的人"]],
    );
  });
});
