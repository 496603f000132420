import type { Language } from "#core/wording/language.ts";
import { conversionWords } from "./procedures/conversion-words.ts";

/** What an office is told of what others did: letters, plans, units, annual reports. By the kind of the notice. */
export const unitNoticeWords = {
  "zh-CN": {
    "transfer-asked": "有单位申请转入您处的人员",
    "transfer-issued": "有组织关系转入，待接收",
    "transfer-issue": "您申请的转接已开出",
    "transfer-decline": "您申请的转接被谢绝",
    "transfer-release": "介绍信已核对放行",
    "transfer-receive": "转接已接收",
    "transfer-endorse": "转接已背书转出",
    "transfer-revoke": "转接已撤销",
    "plan-confirm": "下级已上报发展计划",
    "plan-approve": "发展计划已审批",
    "unit-merged": "有组织并入",
    "election-reported": "换届结果已上报",
    "report-submitted": "下级已上报年报，待审核",
    "report-withdrawn": "下级已撤回年报",
    "report-returned": "年报被退回",
    "report-accepted": "年报已接受",
    "report-unlocked": "年报已解锁，可以修改",
  },
  en: {
    "transfer-asked": "A unit asks for somebody of yours",
    "transfer-issued": "A letter for you to receive",
    "transfer-issue": "The letter you asked for was issued",
    "transfer-decline": "The letter you asked for was declined",
    "transfer-release": "A letter was compared and released",
    "transfer-receive": "A letter was received",
    "transfer-endorse": "A letter was sent on",
    "transfer-revoke": "A letter was revoked",
    "plan-confirm": "A unit below reported its plan",
    "plan-approve": "The plan was approved",
    "unit-merged": "A unit was merged into yours",
    "election-reported": "An election was reported",
    "report-submitted": "A unit below submitted its annual report",
    "report-withdrawn": "A unit below took its annual report back",
    "report-returned": "The annual report was returned",
    "report-accepted": "The annual report was accepted",
    "report-unlocked": "The annual report was unlocked for changes",
  },
} satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

const CONVERSION = "conversion-";

export function sayUnitNotice(language: Language, kind: string): string | undefined {
  const words: Readonly<Record<string, string>> = unitNoticeWords[language];
  if (!kind.startsWith(CONVERSION)) return words[kind];
  const results: Readonly<Record<string, string>> = conversionWords[language].results;
  return results[kind.slice(CONVERSION.length)];
}
