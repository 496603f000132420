import type { AccountListed, AccountRequestListed, AccountSlip, UnitListed } from "#core/protocol/accounts.ts";

const unit = (listed: Omit<UnitListed, "administered">): UnitListed => ({
  ...listed,
  administered: listed.parentId !== null,
});

const GENERAL_BRANCHES = [
  "机关党总支",
  "基础医学院党总支",
  "护理学院党总支",
  "公共卫生学院党总支",
  "第一附属医院党委",
  "药学院党总支",
];

export const UNITS: readonly UnitListed[] = [
  unit({ id: "dw", parentId: null, code: "zzb", name: "某医科大学党委组织部", kind: "committee" }),
  ...GENERAL_BRANCHES.flatMap((name, index): readonly UnitListed[] => {
    const id = `gb${index}`;
    const short = name.replace(/党总支|党委/, "");
    return [
      unit({ id, parentId: "dw", code: `gb-${index}`, name, kind: "general-branch" }),
      ...["教工第一", "教工第二", "学生"].map((kind, place) =>
        unit({
          id: `${id}b${place}`,
          parentId: id,
          code: `b-${index}-${place}`,
          name: `${short}${kind}党支部`,
          kind: "branch",
        }),
      ),
    ];
  }),
];

const account = (part: Partial<AccountListed> & Pick<AccountListed, "id" | "name" | "holder">): AccountListed => ({
  ...{ kind: "person", unitId: "gb0b0", unitName: "机关教工第一党支部", posts: ["member"], permission: "read-write" },
  ...{
    state: "active",
    term: { kind: "long-term", from: null, to: null },
    lockedUntil: null,
    mayReset: true,
    mayDisable: true,
  },
  ...part,
});

export const ACCOUNTS: readonly AccountListed[] = [
  account({ id: "a1", name: "jgjgdydzb", holder: "赵建国", kind: "unit", posts: [], mayReset: false }),
  account({
    id: "a2",
    name: "138****2201",
    holder: "孙丽华",
    posts: ["secretary", "member"],
    mayReset: false,
    mayDisable: false,
  }),
  account({ id: "a3", name: "周文强", holder: "周文强", lockedUntil: "2026-11-22T02:15:00.000Z" }),
  account({ id: "a4", name: "吴思雨", holder: "吴思雨", state: "disabled" }),
  account({
    id: "a5",
    name: "郑海涛",
    holder: "郑海涛",
    term: { kind: "short-term", from: "2026-09-01", to: "2027-01-31" },
  }),
  account({
    id: "a6",
    name: "冯雪梅2",
    holder: "冯雪梅",
    permission: "read-only",
    term: { kind: "temporary", from: null, to: "2026-12-31" },
  }),
  account({ id: "a7", name: "陈晓燕", holder: "陈晓燕", posts: ["organisation-member", "member"] }),
];

const request = (
  part: Partial<AccountRequestListed> & Pick<AccountRequestListed, "id" | "number">,
): AccountRequestListed => ({
  request: {
    ...{
      action: "make",
      reason: "换届后新任书记需要开通账号",
      kind: "person",
      unitId: "gb0",
      permission: "read-write",
    },
    ...{
      term: { kind: "long-term", from: null, to: null },
      holder: "韩志刚",
      post: "secretary",
      contact: "137****4410",
    },
  },
  ...{
    unitName: "机关党总支",
    level: "general-branch",
    requestedBy: "曹慧敏",
    requestedAt: "2026-11-20T01:30:00.000Z",
  },
  ...{ state: "open", decidedBy: null, decidedAt: null, remark: "", mayDecide: true, maySeeSlip: false },
  ...part,
});

export const REQUESTS: readonly AccountRequestListed[] = [
  request({ id: "r1", number: "20261120-7F3K9A" }),
  request({ id: "r2", number: "20261118-B20C11", mayDecide: false }),
  request({
    ...{ id: "r3", number: "20261115-09AAD2", state: "approved", mayDecide: false, maySeeSlip: true },
    ...{ decidedBy: "林正平", decidedAt: "2026-11-16T03:00:00.000Z" },
  }),
  request({
    ...{ id: "r4", number: "20261109-C4E870", state: "refused", mayDecide: false, remark: "已有单位账号，不必另开" },
    ...{ decidedBy: "林正平", decidedAt: "2026-11-10T06:40:00.000Z" },
  }),
];

export function slips(count: number): readonly AccountSlip[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{
      accountId: `s${index}`,
      accountName: `党员${index + 1}`,
      holder: `党员${index + 1}`,
      unitName: "机关教工第一党支部",
    },
    ...{ oneTimePassword: `Kq7m-Vx2p-${String(index).padStart(4, "0")}`, validUntil: "2026-11-25T02:00:00.000Z" },
  }));
}
