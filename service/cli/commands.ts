import type { Command } from "./command.ts";
import { accountReset } from "./commands/account-reset.ts";
import { addinCerts } from "./commands/addin-certs.ts";
import { addinManifest } from "./commands/addin-manifest.ts";
import { auditVerify } from "./commands/audit-verify.ts";
import { backup } from "./commands/backup.ts";
import { checkRecords } from "./commands/records/check-records.ts";
import { demo } from "./commands/demo.ts";
import { doctor } from "./commands/doctor.ts";
import { install } from "./commands/install.ts";
import { intakeInspect } from "./commands/records/intake-inspect.ts";
import { keysRotate } from "./commands/keys-rotate.ts";
import { ledgerExport } from "./commands/ledger/ledger-export.ts";
import { ledgerImport } from "./commands/ledger/ledger-import.ts";
import { ledgerList } from "./commands/ledger/ledger-list.ts";
import { peopleExport } from "./commands/records/people-export.ts";
import { peopleImport } from "./commands/records/people-import.ts";
import { reportAnswer } from "./commands/report/report-answer.ts";
import { reportCheck } from "./commands/report/report-check.ts";
import { reportContrast } from "./commands/report/report-contrast.ts";
import { reportDiff } from "./commands/report/report-diff.ts";
import { reportDrill } from "./commands/report/report-drill.ts";
import { reportExempt } from "./commands/report/report-exempt.ts";
import { reportExplain } from "./commands/report/report-explain.ts";
import { reportGenerate } from "./commands/report/report-generate.ts";
import { reportImport } from "./commands/report/report-import.ts";
import { reportLint } from "./commands/report/report-lint.ts";
import { reportOpening } from "./commands/report/report-opening.ts";
import { reportSetExport, reportSetImport } from "./commands/report/report-set-workbook.ts";
import { reportSet } from "./commands/report/report-set.ts";
import { reportGate, reportOverviewOf, reportRollup } from "./commands/report/report-standings.ts";
import {
  reportAccept,
  reportPrinted,
  reportReturn,
  reportSubmit,
  reportUnlock,
  reportWithdraw,
} from "./commands/report/report-submission.ts";
import { restore } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { standings } from "./commands/ledger/standings.ts";
import { start } from "./commands/start.ts";
import { templateDraft } from "./commands/ledger/template-draft.ts";
import { transferEndorse, transferReceive, transferRelease, transferRevoke } from "./commands/transfer/transfer-act.ts";
import { transferIssue } from "./commands/transfer/transfer-issue.ts";
import { transferLetter } from "./commands/transfer/transfer-letter.ts";
import { transferList } from "./commands/transfer/transfer-list.ts";
import { transferReceipts, transferWorkbook } from "./commands/transfer/transfer-workbook.ts";

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
  reportExempt,
  reportAnswer,
  reportDiff,
  reportOpening,
  reportGate,
  reportSubmit,
  reportWithdraw,
  reportReturn,
  reportAccept,
  reportUnlock,
  reportPrinted,
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
