import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { memoryHostUnderTest } from "./memory-driver.ts";

describeSheetHost("the memory host", memoryHostUnderTest);
