import { describe } from "mocha";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { LTSC_2021, LTSC_2024 } from "#test/fakes/excel/profiles.ts";
import { excelHostIn } from "./excel-desk.ts";

describe("over office.js", () => {
  for (const profile of [LTSC_2021, LTSC_2024]) describeSheetHost(`Excel ${profile.name}`, () => excelHostIn(profile));
  describeRosterOnHost("Excel", () => excelHostIn(LTSC_2021), { people: 60, columns: 40 });
});
