import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { describeSheetHost, type SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { xlsxDriver } from "./xlsx-driver.ts";

describeSheetHost("the .xlsx file", fileHost);
describeRosterOnHost("the .xlsx file", fileHost, { people: 60, columns: 40 });

async function fileHost(): Promise<SheetHostUnderTest> {
  // On a machine that is busy with other tests a child may be slow to start; the two seconds have a test of their own.
  const host = createXlsxHost({ milliseconds: 15_000 });
  return { host, driver: xlsxDriver(host), codec: DEFLATE_CODEC, dispose: () => Promise.resolve() };
}
