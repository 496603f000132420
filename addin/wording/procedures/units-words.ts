import type { UnitContent } from "#core/people/procedure/procedure-refusal.ts";
import type { ChangeUnit, UnitChanged } from "#core/protocol/records/unit-changes.ts";
import type { Language } from "#core/wording/language.ts";

export type UnitChangeKind = ChangeUnit["change"]["kind"];

/** What the page of changes of units says (M17, M18). */
export interface UnitsWords {
  readonly about: string;
  readonly tree: string;
  readonly columns: Readonly<Record<"name" | "kind" | "code" | "since" | "members" | "acts", string>>;
  readonly fromBeginning: string;
  readonly choose: string;
  readonly chooseFirst: string;
  readonly card: string;
  readonly shortName: string;
  readonly founded: string;
  readonly notKnown: string;
  readonly holds: string;
  readonly holdsNothing: string;
  readonly contents: Readonly<Record<UnitContent, (count: number) => string>>;
  readonly earlier: string;
  readonly earlierOf: (unit: { readonly name: string; readonly parentName: string; readonly days: string }) => string;
  readonly make: string;
  readonly whyNotMake: string;
  readonly whyNotChange: string;
  readonly acts: Readonly<Record<UnitChangeKind, string>>;
  readonly titles: Readonly<Record<UnitChangeKind, (name: string) => string>>;
  readonly means: Readonly<Record<UnitChangeKind, string>>;
  readonly follow: (what: string) => string;
  readonly on: string;
  readonly onHint: string;
  readonly reason: string;
  readonly newParent: string;
  readonly into: string;
  readonly nowhere: string;
  readonly name: string;
  readonly newName: string;
  readonly done: Readonly<Record<UnitChangeKind, (name: string, changed: UnitChanged) => string>>;
  readonly new: {
    readonly title: (parent: string) => string;
    readonly kind: string;
    readonly code: string;
    readonly codeHint: string;
    readonly foundedOn: string;
    readonly foundedHint: string;
    readonly confirm: string;
    readonly done: (name: string) => string;
  };
}

const joined = (separator: string, parts: readonly (readonly [number, string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([, text]) => text)
    .join(separator);

export const unitsWords = {
  "zh-CN": {
    about:
      "党组织的设立、更名、转移、合并、撤销和删除。原来的名称和隶属关系按日期保留，按以前日期查看时仍是当时的组织机构。",
    tree: "党组织",
    columns: {
      ...{ name: "名称", kind: "类别", code: "代码" },
      ...{ since: "现名称、隶属起始", members: "党员", acts: "操作" },
    },
    fromBeginning: "建库时已有",
    choose: "查看",
    chooseFirst: "在左侧选择一个党组织，查看其情况并办理变动。",
    card: "党组织情况",
    shortName: "简称",
    founded: "成立日期",
    notKnown: "未填写",
    holds: "其下现有",
    holdsNothing: "没有党员、下级党组织、台账、账号、职务等，可以删除。",
    contents: {
      members: (count) => `党员和发展对象等 ${count} 人`,
      units: (count) => `下级党组织 ${count} 个`,
      ledgers: (count) => `台账 ${count} 本`,
      accounts: (count) => `账号 ${count} 个`,
      transfers: (count) => `未办结的转接 ${count} 件`,
      posts: (count) => `职务和以前的人员 ${count} 项`,
      plans: (count) => `发展计划 ${count} 份`,
    },
    earlier: "以前的名称和隶属",
    earlierOf: ({ name, parentName, days }) => `${days}：${name}${parentName === "" ? "" : `（隶属${parentName}）`}`,
    make: "新增下级党组织",
    whyNotMake: "只能在本级及下一级党组织之下新增党组织。",
    whyNotChange: "只有上级党组织可以办理本级的变动。",
    acts: { move: "转移", merge: "合并", rename: "更名", revoke: "撤销", delete: "删除" },
    titles: {
      move: (name) => `转移：${name}`,
      merge: (name) => `合并：${name}`,
      rename: (name) => `更名：${name}`,
      revoke: (name) => `撤销：${name}`,
      delete: (name) => `删除：${name}`,
    },
    means: {
      move: "该党组织连同其下级、党员和台账改为隶属另一个党组织。",
      merge:
        "该党组织并入另一个同类党组织，其账号随之停用。两边本年度都有同一模板的台账时，并入的一本保留原党组织名称，只供查看。",
      rename: "从所选日期起使用新名称，代码不变；以前的名称保留在历史中。",
      revoke: "没有党员、下级党组织和未办结转接的党组织才能撤销；记录保留，账号和职务随之结束。",
      delete: "只用于误建：没有任何人员、台账、账号、职务的党组织才能删除。",
    },
    follow: (what) => `随之转入：${what}。`,
    on: "生效日期",
    onHint: "不晚于今天",
    reason: "依据和原因",
    newParent: "新的上级党组织",
    into: "并入",
    nowhere: "没有可选的党组织。",
    name: "党组织名称",
    newName: "新名称",
    done: {
      move: (name) => `已转移${name}。`,
      merge: (name, { people, units, ledgers, transfers }) => {
        const what = joined("、", [
          [people, `${people} 人`],
          [units, `${units} 个下级党组织`],
          [ledgers, `${ledgers} 本台账`],
          [transfers, `${transfers} 件转接`],
        ]);
        return `已合并${name}${what === "" ? "" : `，随之转入 ${what}`}。`;
      },
      rename: (name) => `${name}已更名。`,
      revoke: (name) => `已撤销${name}。`,
      delete: (name) => `已删除${name}。`,
    },
    new: {
      title: (parent) => `在${parent}之下新增`,
      kind: "类别",
      code: "代码",
      codeHint: "小写字母、数字和短横，设立后不变，如 jgdzb3",
      foundedOn: "成立日期",
      foundedHint: "从这一天起出现在组织机构中",
      confirm: "新增",
      done: (name) => `已新增${name}。`,
    },
  },
  en: {
    about:
      "Units are made, renamed, moved, merged, revoked and deleted. Names and places stay under their days: an earlier day sees the tree as it was.",
    tree: "Units",
    columns: {
      ...{ name: "Name", kind: "Kind", code: "Code" },
      ...{ since: "Name and place since", members: "Members", acts: "Acts" },
    },
    fromBeginning: "before the records",
    choose: "Show",
    chooseFirst: "Choose a unit on the left to see what it holds and to change it.",
    card: "The unit",
    shortName: "Short name",
    founded: "Founded on",
    notKnown: "not filled in",
    holds: "It holds",
    holdsNothing: "Nothing: no people, units, ledgers, accounts or posts. It can be deleted.",
    contents: {
      members: (count) => `members, applicants and others: ${count}`,
      units: (count) => `units below: ${count}`,
      ledgers: (count) => `ledgers: ${count}`,
      accounts: (count) => `accounts: ${count}`,
      transfers: (count) => `open transfers: ${count}`,
      posts: (count) => `posts and people of earlier days: ${count}`,
      plans: (count) => `development plans: ${count}`,
    },
    earlier: "Earlier names and places",
    earlierOf: ({ name, parentName, days }) => `${days}: ${name}${parentName === "" ? "" : ` (below ${parentName})`}`,
    make: "New unit below",
    whyNotMake: "Units are made one and two levels below your own.",
    whyNotChange: "Only a unit above may change this one.",
    acts: { move: "Move", merge: "Merge", rename: "Rename", revoke: "Revoke", delete: "Delete" },
    titles: {
      move: (name) => `Move: ${name}`,
      merge: (name) => `Merge: ${name}`,
      rename: (name) => `Rename: ${name}`,
      revoke: (name) => `Revoke: ${name}`,
      delete: (name) => `Delete: ${name}`,
    },
    means: {
      move: "The unit goes below another one, with its units, members and ledgers.",
      merge:
        "The unit goes into another one of its kind; its accounts are over. Where both have a ledger of one template this year, the one that comes keeps its unit's name and can only be read.",
      rename: "The new name holds from the chosen day, the code stays; earlier names are kept.",
      revoke: "Only without members, units and open transfers. The record stays; accounts and posts end with it.",
      delete: "For mistakes only: nothing may ever have hung on it.",
    },
    follow: (what) => `What follows: ${what}.`,
    on: "From",
    onHint: "Today at the latest",
    reason: "Reason",
    newParent: "New superior",
    into: "Into",
    nowhere: "There is no unit to choose.",
    name: "Name of the unit",
    newName: "New name",
    done: {
      move: (name) => `${name} was moved.`,
      merge: (name, { people, units, ledgers, transfers }) => {
        const what = joined(", ", [
          [people, `${people} people`],
          [units, `${units} units`],
          [ledgers, `${ledgers} ledgers`],
          [transfers, `${transfers} transfers`],
        ]);
        return `${name} was merged${what === "" ? "" : `; what followed: ${what}`}.`;
      },
      rename: (name) => `${name} was renamed.`,
      revoke: (name) => `${name} was revoked.`,
      delete: (name) => `${name} was deleted.`,
    },
    new: {
      title: (parent) => `New unit below ${parent}`,
      kind: "Kind",
      code: "Code",
      codeHint: "Small letters, digits and hyphens; it never changes: jgdzb3",
      foundedOn: "Founded on",
      foundedHint: "It stands in the tree from that day on",
      confirm: "Make",
      done: (name) => `${name} was made.`,
    },
  },
} satisfies Record<Language, UnitsWords>;
