import { describe } from "mocha";
import { ExcelHost } from "#addin/hosts/excel/excel-host.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { ExcelDriver } from "#test/fakes/excel/excel-driver.ts";
import { LTSC_2021, LTSC_2024, type ExcelProfile } from "#test/fakes/excel/profiles.ts";
import { startExcel } from "#test/fakes/excel/start-excel.ts";

async function hostIn(profile: ExcelProfile) {
  const excel = await startExcel({ profile });
  const host = new ExcelHost();
  await host.open();
  return {
    ...{ host, driver: new ExcelDriver(excel.host), codec: deflateCodec },
    async dispose() {
      await host.close();
      excel.close();
    },
  };
}

describe("over office.js", () => {
  for (const profile of [LTSC_2021, LTSC_2024]) describeSheetHost(`Excel ${profile.name}`, () => hostIn(profile));
});
