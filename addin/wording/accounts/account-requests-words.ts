import type { Language } from "#core/wording/language.ts";

type Action = "make" | "change-permission" | "disable" | "enable" | "hand-over";
type State = "open" | "approved" | "refused";

export interface AccountRequestsWords {
  readonly title: string;
  readonly twoPeople: string;
  readonly action: string;
  readonly actions: Readonly<Record<Action, string>>;
  readonly account: string;
  readonly accountName: string;
  readonly accountNameHint: string;
  readonly kind: string;
  readonly unit: string;
  readonly level: string;
  readonly permission: string;
  readonly term: string;
  readonly holder: string;
  readonly post: string;
  readonly noPost: string;
  readonly contact: string;
  readonly reason: string;
  readonly problems: Readonly<Record<"accountId" | "holder" | "post" | "contact" | "reason", string>>;
  readonly send: string;
  readonly number: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: string;
  readonly states: Readonly<Record<State, string>>;
  readonly decidedBy: string;
  readonly remark: string;
  readonly remarkHint: string;
  readonly empty: string;
  readonly decide: string;
  readonly approve: string;
  readonly refuse: string;
  readonly seeSlip: string;
  readonly decideTitle: (number: string) => string;
  readonly remarkMissing: string;
  readonly mayNotDecide: string;
  readonly paper: {
    readonly title: string;
    readonly applicant: string;
    readonly opinion: string;
    readonly signature: string;
    readonly seal: string;
    readonly date: string;
  };
}

export const accountRequestsWords = {
  "zh-CN": {
    title: "账号申请",
    twoPeople: "管理类账号须由上一级审批，申请人和受益人不能审批。",
    action: "申请事项",
    actions: {
      make: "新开账号",
      "change-permission": "变更权限",
      disable: "停用",
      enable: "恢复使用",
      "hand-over": "交接给新使用人",
    },
    account: "现有账号",
    accountName: "账号名",
    accountNameHint: "留空由系统拟定",
    kind: "账号类别",
    unit: "党组织",
    level: "层级",
    permission: "权限",
    term: "期限",
    holder: "使用人",
    post: "职务",
    noPost: "（单位账号无职务）",
    contact: "联系手机",
    reason: "申请理由",
    problems: {
      accountId: "请选择账号",
      holder: "请填写使用人",
      post: "个人账号须选职务",
      contact: "手机号应为 1 开头的 11 位数字",
      reason: "理由至少 6 个字",
    },
    send: "提交申请",
    number: "编号",
    requestedBy: "申请人",
    requestedAt: "申请时间",
    state: "状态",
    states: { open: "待批", approved: "已同意", refused: "未同意" },
    decidedBy: "审批人",
    remark: "审批意见",
    remarkHint: "不同意时须写明原因",
    empty: "没有账号申请。",
    decide: "审批",
    approve: "同意",
    refuse: "不同意",
    seeSlip: "领取账号条",
    decideTitle: (number) => `审批账号申请 ${number}`,
    remarkMissing: "请写明不同意的原因",
    mayNotDecide: "由申请单位的上一级审批，申请人和受益人除外",
    paper: {
      title: "台账系统账号申请表",
      applicant: "申请单位意见",
      opinion: "审批单位意见",
      signature: "负责人签字",
      seal: "（盖章）",
      date: "　　　　年　　月　　日",
    },
  },
  en: {
    title: "Account request",
    twoPeople: "Accounts that administer are approved one level up, never by the requester or the beneficiary.",
    action: "What is asked for",
    actions: {
      make: "New account",
      "change-permission": "Change permission",
      disable: "Disable",
      enable: "Enable",
      "hand-over": "Hand over to a new holder",
    },
    account: "Present account",
    accountName: "Account name",
    accountNameHint: "Empty: the system proposes one",
    kind: "Kind",
    unit: "Unit",
    level: "Level",
    permission: "Permission",
    term: "Term",
    holder: "Holder",
    post: "Post",
    noPost: "(a unit account has no post)",
    contact: "Mobile phone",
    reason: "Reason",
    problems: {
      accountId: "Choose an account",
      holder: "Give the holder",
      post: "A person account needs a post",
      contact: "11 digits, the first is 1",
      reason: "At least 6 characters",
    },
    send: "Send request",
    number: "No.",
    requestedBy: "Requested by",
    requestedAt: "Requested at",
    state: "State",
    states: { open: "Open", approved: "Approved", refused: "Refused" },
    decidedBy: "Decided by",
    remark: "Remark",
    remarkHint: "Needed when you refuse",
    empty: "No account requests.",
    decide: "Decide",
    approve: "Approve",
    refuse: "Refuse",
    seeSlip: "Get the slip",
    decideTitle: (number) => `Decide on request ${number}`,
    remarkMissing: "Say why it is refused",
    mayNotDecide: "The unit above the requesting one decides, never the requester or the beneficiary",
    paper: {
      title: "Application for an account",
      applicant: "Requesting unit",
      opinion: "Approving unit",
      signature: "Signature",
      seal: "(seal)",
      date: "Date",
    },
  },
} satisfies Record<Language, AccountRequestsWords>;
