import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { memoryHostUnderTest } from "./memory-driver.ts";

describeSheetHost("the memory host", memoryHostUnderTest);
describeRosterOnHost("the memory host", memoryHostUnderTest, { people: 60, columns: 40 });
