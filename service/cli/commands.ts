import type { Command } from "./command.ts";
import { accountReset } from "./commands/account-reset.ts";
import { addinCerts } from "./commands/addin-certs.ts";
import { addinManifest } from "./commands/addin-manifest.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { backup } from "./commands/backup.ts";
import { checkRecords } from "./commands/check-records.ts";
import { demo } from "./commands/demo.ts";
import { doctor } from "./commands/doctor.ts";
import { install } from "./commands/install.ts";
import { intakeInspect } from "./commands/intake-inspect.ts";
import { keysRotate } from "./commands/keys-rotate.ts";
import { ledgerExport } from "./commands/ledger-export.ts";
import { ledgerImport } from "./commands/ledger-import.ts";
import { ledgerList } from "./commands/ledger-list.ts";
import { peopleExport } from "./commands/people-export.ts";
import { peopleImport } from "./commands/people-import.ts";
import { reportCheck } from "./commands/report-check.ts";
import { reportContrast } from "./commands/report-contrast.ts";
import { reportDiff } from "./commands/report-diff.ts";
import { reportDrill } from "./commands/report-drill.ts";
import { reportExplain } from "./commands/report-explain.ts";
import { reportGenerate } from "./commands/report-generate.ts";
import { reportImport } from "./commands/report-import.ts";
import { reportLint } from "./commands/report-lint.ts";
import { reportOpening } from "./commands/report-opening.ts";
import { reportSetExport, reportSetImport } from "./commands/report-set-workbook.ts";
import { reportSet } from "./commands/report-set.ts";
import { reportGate, reportOverviewOf, reportRollup } from "./commands/report-standings.ts";
import {
  reportAccept,
  reportReturn,
  reportSubmit,
  reportUnlock,
  reportWithdraw,
} from "./commands/report-submission.ts";
import { restore } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { standings } from "./commands/standings.ts";
import { start } from "./commands/start.ts";
import { templateDraft } from "./commands/template-draft.ts";
import { transferEndorse, transferReceive, transferRelease, transferRevoke } from "./commands/transfer-act.ts";
import { transferIssue } from "./commands/transfer-issue.ts";
import { transferLetter } from "./commands/transfer-letter.ts";
import { transferList } from "./commands/transfer-list.ts";
import { transferReceipts, transferWorkbook } from "./commands/transfer-workbook.ts";

/** Everything the command line can do, in the order of `taizhang help`. */
export const commands: readonly Command[] = [
  start,
  serve,
  install,
  accountReset,
  demo,
  templateDraft,
  ledgerList,
  ledgerExport,
  ledgerImport,
  intakeInspect,
  peopleImport,
  peopleExport,
  checkRecords,
  reportGenerate,
  reportCheck,
  reportDrill,
  reportContrast,
  reportImport,
  reportSet,
  reportExplain,
  reportDiff,
  reportOpening,
  reportGate,
  reportSubmit,
  reportWithdraw,
  reportReturn,
  reportAccept,
  reportUnlock,
  reportOverviewOf,
  reportRollup,
  reportLint,
  reportSetExport,
  reportSetImport,
  standings,
  transferList,
  transferIssue,
  transferReceive,
  transferEndorse,
  transferRevoke,
  transferRelease,
  transferLetter,
  transferWorkbook,
  transferReceipts,
  auditVerify,
  backup,
  restore,
  keysRotate,
  addinManifest,
  addinCerts,
  doctor,
];
