import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { xlsxDriver } from "./xlsx-driver.ts";

describeSheetHost("the .xlsx file", async () => {
  // On a machine that is busy with other tests a child may be slow to start; the two seconds have a test of their own.
  const host = createXlsxHost({ milliseconds: 15_000 });
  return { host, driver: xlsxDriver(host), codec: DEFLATE_CODEC, dispose: () => Promise.resolve() };
});
