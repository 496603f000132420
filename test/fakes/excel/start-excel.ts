import { ExcelHost, type ExcelHostOptions } from "./excel-host.ts";
import { type LoadedOffice, loadOfficeJs } from "./load-office-js.ts";

/** A fresh Excel with a fresh copy of the library, its globals in place; `close` checks that nothing odd was used. */
export interface ExcelUnderTest {
  readonly host: ExcelHost;
  readonly office: LoadedOffice;
  close(): void;
}

export async function startExcel(options: ExcelHostOptions = {}): Promise<ExcelUnderTest> {
  const host = new ExcelHost(options);
  const office = await loadOfficeJs(host);
  return {
    host,
    office,
    close() {
      office.dispose();
      host.assertClean();
    },
  };
}
