import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import { openExcel, openWithin } from "#addin/hosts/excel/open-excel.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import { ExcelHost } from "#test/fakes/excel/excel-host.ts";
import { startOfficeJs } from "#test/fakes/excel/load-office-js.ts";
import { EXCEL_2019, LTSC_2021, LTSC_2024 } from "#test/fakes/excel/profiles.ts";
import { startExcel } from "#test/fakes/excel/start-excel.ts";

describe("opening Excel's desk", () => {
  for (const profile of [LTSC_2021, LTSC_2024])
    it(`opens in ${profile.name}`, async () => {
      const excel = await startExcel({ profile });
      const opened = await openExcel();
      assert.ok(opened.ok);
      assert.equal(opened.value.kind, "excel");
      assert.equal(await opened.value.sheet.attach(), null);
      await opened.value.sheet.close();
      assert.deepEqual(excel.host.held, { listeners: 0, ranges: 0 });
      excel.close();
    });

  it("says what an Excel that is too old has, and what it needs", async () => {
    const excel = await startExcel({ profile: EXCEL_2019 });
    assert.deepEqual(await openExcel(), {
      ok: false,
      refusal: { code: "host-too-old", needs: "ExcelApi 1.14, SharedRuntime 1.1", has: "ExcelApi 1.8" },
    });
    excel.close();
  });

  it("says that office.js is missing", async () => {
    assert.deepEqual(await openExcel(), { ok: false, refusal: { code: "office-js-missing" } });
  });

  it("does not wait for a host that never answers", async () => {
    const host = new ExcelHost();
    host.neverReady = true;
    const office = startOfficeJs(host);
    assert.deepEqual(await openWithin(0.2), { ok: false, refusal: { code: "host-silent", seconds: 0.2 } });
    office.dispose();
  });

  it("says that a browser is no Excel", async () => {
    const browser = { onReady: async () => ({ host: null, platform: null }), HostType: { Excel: "Excel" } };
    Object.defineProperty(globalThis, "Office", { configurable: true, value: browser });
    try {
      assert.deepEqual(await openExcel(), { ok: false, refusal: { code: "not-in-host", wanted: "excel" } });
    } finally {
      Reflect.deleteProperty(globalThis, "Office");
    }
  });

  it("brings the pane up and hands every command on, also one that came before anybody listened", async () => {
    const excel = await startExcel();
    const opened = await openExcel();
    assert.ok(opened.ok);
    excel.host.pane.visible = false;
    await excel.host.runCommand("open");
    assert.equal(excel.host.pane.visible, true);
    const told: string[] = [];
    const stop = opened.value.onCommand((id) => told.push(id));
    assert.deepEqual(told, ["open"]);
    for (const id of COMMAND_IDS) await excel.host.runCommand(id);
    assert.deepEqual(told, ["open", ...COMMAND_IDS]);
    stop();
    await opened.value.sheet.close();
    excel.close();
  });

  it("W5 keeps what has to survive in the browser's storage, where that is allowed", async () => {
    assert.equal((await storageWhere({ get: () => memoryStorage() }))?.getItem("nothing"), null);
    const forbidden = () => {
      throw new Error("access is denied for this document");
    };
    assert.equal(await storageWhere({ get: forbidden }), null);
  });
});

async function storageWhere(descriptor: { readonly get: () => unknown }): Promise<OpenDesk["storage"]> {
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  Object.defineProperty(globalThis, "localStorage", { configurable: true, ...descriptor });
  const excel = await startExcel();
  try {
    const opened = await openExcel();
    assert.ok(opened.ok);
    await opened.value.sheet.close();
    return opened.value.storage;
  } finally {
    excel.close();
    if (before) Object.defineProperty(globalThis, "localStorage", before);
    else Reflect.deleteProperty(globalThis, "localStorage");
  }
}

function memoryStorage(): object {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
}
