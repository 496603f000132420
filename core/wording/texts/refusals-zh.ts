import { fieldSentencesZh } from "./field-zh.ts";
import { importSentencesZh } from "./import-zh.ts";
import { intakeSentencesZh } from "./intake-zh.ts";
import { procedureSentencesZh } from "./procedures-zh.ts";
import { recordSentencesZh } from "./records-zh.ts";
import { reportSentencesZh } from "./reports-zh.ts";
import { shownTime } from "#core/kernel/instant.ts";
import { megabytes, type RefusalSentences } from "./refusal-sentences.ts";
import { namesZh } from "./names-zh.ts";
import { goneSheets } from "../gone-sheets.ts";

export const refusalsZh = {
  ...intakeSentencesZh,
  ...importSentencesZh,
  ...fieldSentencesZh,
  ...procedureSentencesZh,
  ...recordSentencesZh,
  ...reportSentencesZh,
  "not-found": () => "没有找到，或本账号不可查看。",
  forbidden: () => "本账号当前的职务不能进行这项操作。",
  "read-only": () => "本账号为只读账号，不能修改。",
  "not-signed-in": () => "请先登录。",
  "session-over": ({ why }) => namesZh.sessionOver[why],
  "sign-in-failed": () => "账号或密码不正确。",
  "locked-out": ({ until }) => `多次登录失败，账号已锁定至 ${shownTime(until)}。可请开设账号的单位解锁。`,
  "password-change-required": () => "请先修改密码。",
  "first-password-expired": () => "一次性密码已超过 72 小时有效期，请联系开设账号的单位重新发放。",
  "account-not-active": ({ from, to }) => `账号不在有效期内（${from ?? "不限"} 至 ${to ?? "不限"}），或已停用。`,
  "password-too-short": ({ least }) => `密码至少 ${least} 位。`,
  "password-too-long": ({ most }) => `密码最多 ${most} 位。`,
  "password-common": () => "这个密码太常见，容易被猜到，请换一个。",
  "password-contains-own-data": ({ what }) => `密码中不能含有${namesZh.ownData[what]}。`,
  "password-used-before": () => "不能使用最近 5 次用过的密码。",
  "password-wrong": () => "原密码不正确。",
  "no-such-post": () => "您现在不担任这个职务。",
  "name-taken": ({ name, proposed }) => `账号名“${name}”已被使用，可改用“${proposed}”。`,
  "needs-approval": () => "管理类账号须提出申请并由上一级审批。",
  "own-request": () => "申请的受益人不能审批自己的申请。",
  "already-decided": () => "这项申请已经审批过了。",
  "duties-not-separate": () => "系统管理、安全管理和审计三种职责不能由同一人兼任。",
  "score-not-a-number": ({ given }) => `分值应为数字，填写的是“${given}”。`,
  "score-out-of-range": ({ given, lowest, highest }) =>
    highest === null
      ? `分值应不小于 ${lowest}，填写的是 ${given}。`
      : `分值应在 ${lowest} 到 ${highest} 之间，填写的是 ${given}。`,
  "score-not-in-steps": ({ given, allowed }) => `分值只能取 ${allowed.join("、")}，填写的是 ${given}。`,
  "score-too-many-decimals": ({ given, decimals }) =>
    decimals === 0 ? `分值只能取整数，填写的是 ${given}。` : `分值最多 ${decimals} 位小数，填写的是 ${given}。`,
  "score-needs-evidence": () => "还没有上传支撑材料，不能评分。",
  "score-unchanged": () => "填写的分值与现有分值相同。",
  "reason-required": ({ least }) => `请写明理由，至少 ${least} 个字。`,
  "reason-empty-phrase": ({ given }) => `“${given}”没有说明理由，请写明具体情况。`,
  "acknowledgement-required": () => "更改他人得分须先确认：谁更改，谁负责。",
  "item-challenged": () => "该项已被证伪，请先接受或提出异议，不能直接改分。",
  "item-contested": () => "该项有异议，只有提出证伪的人或领导可以改分。",
  "item-ruled": () => "领导已裁定，该项已锁定。",
  "already-settled": () => "您对该项的证伪已被接受，不能再次证伪。",
  "not-challenged": () => "该项目前没有待处理的证伪。",
  "not-contested": () => "只有提出异议的项目才能提交裁定。",
  "not-your-challenge": () => "这不是您提出的证伪。",
  "action-not-for-role": ({ role }) => `${namesZh.roles[role]}不能进行这项处理。`,
  "not-ruled": () => "该项还没有裁定，不需要重新开启。",
  "evidence-bound": () => "该项已被证伪或裁定，支撑材料不能删除。",
  "no-evidence": () => "该项没有支撑材料。",
  "outside-window": ({ stages, opens, closes }) => {
    const names = stages.map((stage) => namesZh.stages[stage]).join("、");
    if (opens === null && closes === null) return `${names}阶段尚未开放。`;
    return `现在不在${names}阶段（${opens ?? "未定"} 至 ${closes ?? "未定"}）。`;
  },
  "text-not-rewordable": () => "这一列由模板规定，不能改写。",
  "text-too-long": ({ most }) => `文字最多 ${most} 个字。`,
  "ledger-voided": () => "这本台账已作废。",
  "ledger-merged": () => "这本台账属于已并入的党组织，只供查看。",
  "unknown-item": () => "台账中没有这一项，请刷新后再试。",
  "unknown-field": () => "这一格不能填写，请刷新后再试。",
  "file-too-big": ({ mostBytes }) => `文件太大，最大 ${megabytes(mostBytes)}。`,
  "file-empty": () => "文件是空的。",
  "file-type-not-allowed": ({ name }) => `不支持“${name}”这种类型的文件。`,
  "file-type-mismatch": ({ name }) => `“${name}”的内容与文件名的类型不一致。`,
  "upload-interrupted": () => "上传中断，请重新上传。",
  "bad-request": ({ problems }) => `填写的内容有误：${problems.map(({ path }) => path).join("、")}。`,
  "body-too-big": ({ mostBytes }) => `内容太大，最大 ${megabytes(mostBytes)}。`,
  "push-key-reused": () => "这次提交与之前的不一致，请重新提交。",
  "too-many-edits": ({ most }) => `一次最多提交 ${most} 处修改，请分次提交。`,
  "one-change-per-item": () => "同一项的改分和处理不能同时提交，请分两次。",
  "changed-meanwhile": () => "内容已被他人修改，请刷新后再试。",
  "template-invalid": ({ problems }) => `模板有 ${problems.length} 处问题，请先改正。`,
  "template-published": () => "已发布的版本不能修改，请修订为新版本。",
  "ledger-not-empty": () => "台账已有支撑材料或评分，不能删除，只能作废。",
  "workbook-of-another-service": () => "这个工作簿来自另一个台账系统。",
  "workbook-of-another-ledger": () => "这个工作簿是另一本台账的。",
  "workbook-of-another-year": ({ year }) => `这个工作簿是 ${year} 年度的。`,
  "workbook-not-a-ledger": () => "这个工作簿不是从台账系统导出的台账。",
  "sheet-stopped": ({ problems }) => {
    const gone = goneSheets(problems);
    return gone
      ? `缺少 ${gone.count} 张工作表（${gone.names}），没有提交。请用完整的文件。`
      : "表格的行列标识已被破坏，不能提交，请先修复。";
  },
  "standing-not-published": () => "排名尚未发布。",
  "disk-full": () => "服务器磁盘已满，没有保存。请联系系统管理员。",
  busy: () => "系统繁忙，请稍后再试。",
  internal: () => "系统内部错误，没有保存。请联系系统管理员。",
} satisfies RefusalSentences;
