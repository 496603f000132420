import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { megabytes } from "./facts.ts";
import type { Sentences } from "./language.ts";

const WHY_OVER = {
  idle: "长时间未操作",
  absolute: "已满 8 小时",
  ended: "已退出",
  "account-changed": "账号有变动",
} as const;
const OWN_DATA = {
  account: "账号",
  name: "姓名",
  phone: "手机号",
  "birth-date": "出生日期",
  unit: "单位名称",
} as const;
const STAGES = { filling: "填报", "peer-review": "互评", "leader-review": "领导评" } as const;

/** What is wrong and what to do, in the officer's words. */
export const refusalSentencesZh: Sentences<AnyRefusal> = {
  "not-found": () => "没有找到，或者您无权查看。",
  forbidden: () => "您没有权限做这项操作。",
  "read-only": () => "您的账号只能查看，不能修改。",
  "not-signed-in": () => "请先登录。",
  "session-over": ({ why }) => `登录已失效（${WHY_OVER[why]}），请重新登录。未报送的修改仍在表中。`,
  "sign-in-failed": () => "账号或密码不正确。",
  "locked-out": ({ until }) =>
    `失败次数过多，已锁定至 ${until.slice(0, 16).replace("T", " ")}（UTC）。可请开户人解锁。`,
  "password-change-required": () => "请先修改密码，再做其他操作。",
  "first-password-expired": () => "初始密码已过 72 小时，请开户人重置。",
  "account-not-active": ({ from, to }) => `账号不在有效期内（${from ?? "…"} 至 ${to ?? "…"}）或已停用。`,
  "password-too-short": ({ least }) => `密码至少 ${String(least)} 位。`,
  "password-too-long": ({ most }) => `密码最多 ${String(most)} 位。`,
  "password-common": () => "这个密码太常见，容易被猜到，请换一个。",
  "password-contains-own-data": ({ what }) => `密码里不能含有${OWN_DATA[what]}。`,
  "password-used-before": () => "不能使用最近 5 次用过的密码。",
  "password-wrong": () => "原密码不正确。",
  "no-such-post": () => "您现在没有这个职务。",
  "name-taken": ({ name, proposed }) => `账号“${name}”已被使用，可改用“${proposed}”。`,
  "needs-approval": () => "管理类账号须先申请，经上一级批准。",
  "own-request": () => "不能审批与本人有关的申请。",
  "already-decided": () => "这份申请已经处理过了。",
  "duties-not-separate": () => "系统管理、安全管理、审计三个账号不能由同一人持有。",
  "unit-has-children": () => "该单位还有下级单位，不能这样处理。",

  "score-not-a-number": ({ given }) => `“${given}”不是数字，请填写阿拉伯数字，不带百分号和单位。`,
  "score-out-of-range": ({ given, lowest, highest }) =>
    `“${given}”超出范围，${highest === null ? `不应小于 ${lowest}` : `应在 ${lowest} 到 ${highest} 之间`}。`,
  "score-not-in-steps": ({ given, allowed }) =>
    `“${given}”不是本项允许的分值，可填：${allowed.slice(0, 12).join("、")}${allowed.length > 12 ? " 等" : ""}。`,
  "score-too-many-decimals": ({ given, decimals }) => `“${given}”小数位过多，最多 ${String(decimals)} 位。`,
  "score-needs-evidence": () => "没有支撑材料不能打分，请先上传材料。",
  "score-unchanged": () => "与现有分值相同，没有改动。",
  "reason-required": ({ least }) => `请写明理由，至少 ${String(least)} 个字。`,
  "reason-empty-phrase": ({ given }) => `“${given}”没有说明情况，请写明具体理由。`,
  "acknowledgement-required": () => "请先确认：谁改动他人的分数，谁对所改分数负责。",
  "item-challenged": () => "该项已被他人改分，请先接受或提出异议。",
  "item-contested": () => "该项正在争议中，只有改分人或领导可以变动。",
  "item-ruled": () => "领导已裁定，该项已锁定。",
  "already-settled": () => "您的改分已被接受，不能再次改动该项。",
  "not-challenged": () => "该项没有待处理的改分。",
  "not-contested": () => "该项没有异议，不需要提交裁定。",
  "not-your-challenge": () => "这不是您提出的改分。",
  "action-not-for-role": () => "这一步不由您来做。",
  "not-ruled": () => "该项尚未裁定，不需要重新开启。",
  "evidence-bound": () => "该项已被改分或裁定，支撑材料不能删除。",
  "no-evidence": () => "该项没有支撑材料。",
  "outside-window": ({ stages, opens, closes }) =>
    opens === null
      ? `${stages.map((stage) => STAGES[stage]).join("、")}阶段尚未开放，请联系上级。`
      : `不在${stages.map((stage) => STAGES[stage]).join("、")}阶段内（${opens} 至 ${closes ?? "…"}）。`,
  "text-not-rewordable": () => "模板不允许改写这一列。",
  "text-too-long": ({ most }) => `文字过长，最多 ${String(most)} 个字。`,
  "ledger-voided": () => "这份台账已作废，不能修改。",
  "unknown-item": ({ item }) => `台账里没有任务项“${item}”。`,
  "unknown-field": ({ field }) => `没有可以修改的栏目“${field}”。`,

  "file-too-big": ({ mostBytes }) => `文件过大，单个文件最大 ${megabytes(mostBytes)}。`,
  "file-empty": () => "文件是空的。",
  "file-type-not-allowed": ({ name, found }) => `“${name}”的类型（${found}）不能作为支撑材料。`,
  "file-type-mismatch": ({ name, found }) => `“${name}”的内容实际是 ${found}，与扩展名不符。`,
  "upload-interrupted": () => "上传中断，文件没有保存，请重新上传。",
  "disk-full": () => "服务器磁盘空间不足，没有保存，请联系系统管理员。",

  "workbook-not-xlsx": ({ found }) => `这不是 .xlsx 工作簿（实际是 ${found}），请另存为 .xlsx 再导入。`,
  "workbook-damaged": ({ what, place }) => `工作簿已损坏（${what}，${place}）。`,
  "workbook-hostile": ({ what, place }) => `工作簿内容异常，为安全起见不予读取（${what}，${place}）。`,
  "workbook-too-big": ({ what, found, most }) => `工作簿过大：${what} ${String(found)}，上限 ${String(most)}。`,
  "workbook-encrypted": () => "工作簿有打开密码，请去掉密码再导入。",
  "workbook-active-content": ({ what, place }) => `工作簿含有宏或外部链接（${what}，${place}），请去掉后再导入。`,
  "workbook-timeout": ({ milliseconds }) => `工作簿在 ${String(milliseconds / 1000)} 秒内没有读完，未作任何改动。`,

  "bad-request": ({ problems }) =>
    `提交的内容有误：${problems.map(({ path, message }) => `${path} ${message}`).join("；")}`,
  "body-too-big": ({ mostBytes }) => `提交的内容过大，上限 ${megabytes(mostBytes)}。`,
  "push-key-reused": () => "这次报送的编号已用于另一份内容，请刷新后重试。",
  "too-many-edits": ({ most }) => `一次最多报送 ${String(most)} 处修改，请分批报送。`,
  "one-change-per-item": () => "同一任务项一次只能改分或处理争议其中之一，请分两次报送。",
  "changed-meanwhile": () => "已被他人改动，请刷新后再试。",
  "template-invalid": ({ problems }) =>
    `模板有 ${String(problems.length)} 处问题：${problems
      .slice(0, 3)
      .map(({ code, place }) => `${place} ${code}`)
      .join("；")}`,
  "template-published": () => "已发布的模板不能修改，请另出新版本。",
  "ledger-not-empty": () => "台账已有材料或得分，不能删除，只能作废并写明原因。",
  "workbook-of-another-service": () => "这份工作簿是另一套系统导出的。",
  "workbook-of-another-ledger": () => "这份工作簿属于另一份台账。",
  "workbook-of-another-year": ({ year }) => `这份工作簿是 ${String(year)} 年度的。`,
  "workbook-not-a-ledger": () => "这份工作簿不是台账。",
  "sheet-stopped": ({ problems }) => `表格无法可靠识别，没有报送：${problems.join("；")}`,
  "standing-not-published": () => "排名尚未公布。",
  busy: () => "系统正忙，请稍后再试；您的修改还在表中。",
  internal: () => "系统出错，没有保存，请稍后再试或联系系统管理员。",
};
