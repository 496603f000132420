import type { Command } from "./command.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { demo } from "./commands/demo.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";

/** Everything the command line can do, in the order of `taizhang help`. */
export const commands: readonly Command[] = [start, serve, demo, auditVerify];
