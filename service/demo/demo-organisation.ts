import { toId } from "#core/kernel/ids.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import { demoName } from "./demo-names.ts";
import { settingOf, type Setting } from "./people/setting.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoOrganisation {
  readonly units: readonly Unit[];
  readonly persons: readonly PersonRecord[];
  readonly posts: readonly Post[];
  /** What kind of people each branch has. */
  readonly settings: ReadonlyMap<UnitId, Setting>;
}

/** General branches of an invented medical university, each with the wards, departments or offices of its branches. */
const GENERAL_BRANCHES: readonly (readonly [name: string, branches: readonly string[]])[] = [
  ["机关", ["党政办公室", "组织宣传部", "教务处", "科研处", "计划财务处"]],
  ["基础医学院", ["解剖学教研室", "生理学教研室", "病理学教研室", "免疫学教研室", "本科生第一"]],
  ["临床医学院", ["内科学教研室", "外科学教研室", "诊断学教研室", "本科生", "研究生"]],
  ["第一附属医院", ["心血管内科", "普通外科", "急诊医学科", "检验科", "医院机关"]],
  ["第二附属医院", ["神经内科", "骨科", "妇产科", "儿科", "医技科室"]],
  ["护理学院", ["基础护理教研室", "临床护理教研室", "行政", "本科生", "研究生"]],
  ["药学院", ["药理学教研室", "药剂学教研室", "药物化学教研室", "本科生", "研究生"]],
  ["公共卫生学院", ["流行病学教研室", "卫生统计学教研室", "营养与食品卫生教研室", "本科生", "研究生"]],
  ["口腔医学院", ["口腔内科教研室", "口腔颌面外科教研室", "修复学教研室", "本科生", "研究生"]],
  ["医学影像学院", ["影像诊断教研室", "医学物理教研室", "超声教研室", "本科生", "研究生"]],
  ["研究生院", ["招生办公室", "培养办公室", "学位办公室", "博士生", "硕士生"]],
  ["离退休工作处", ["离休干部", "退休第一", "退休第二", "退休第三", "工作人员"]],
];

/** Members that every branch gets before chance decides; with fewer people, some hold several posts. */
const EVERY_BRANCH_HAS = 5;

const BRANCH_POSTS: readonly PostKind[] = ["secretary", "deputy-secretary", "organisation-member"];
const GENERAL_BRANCH_POSTS: readonly PostKind[] = ["secretary", "deputy-secretary", "organiser", "information-officer"];
const COMMITTEE_POSTS: readonly PostKind[] = ["secretary", "deputy-secretary", "officer", "officer"];

/** One committee, 12 general branches, 60 branches; `people` members spread over the branches, office holders among them. */
export function demoOrganisation(people: number, from: Day, random: SeededRandom): DemoOrganisation {
  const { units, settings } = demoUnits();
  const branches = units.filter((unit) => unit.kind === "branch");
  const persons: PersonRecord[] = [];
  const posts: Post[] = [];
  const appoint = (personId: PersonId, unitId: UnitId, kind: PostKind): void => {
    posts.push({ id: toId(`post-${String(posts.length + 1)}`), personId, unitId, kind, from, until: null });
  };
  const membersOf = new Map<UnitId, PersonId[]>(branches.map((branch) => [branch.id, []]));
  for (let index = 0; index < people; index += 1) {
    const branch =
      branches[
        index < branches.length * EVERY_BRANCH_HAS ? index % branches.length : random.between(0, branches.length - 1)
      ];
    if (!branch) throw new Error("a demo needs branches");
    const person = demoPerson(index, random);
    persons.push(person);
    membersOf.get(branch.id)?.push(person.id);
    appoint(person.id, branch.id, "member");
  }
  for (const branch of branches) appointAll(branch.id, BRANCH_POSTS, membersOf.get(branch.id) ?? []);
  for (const unit of units.filter((each) => each.kind === "general-branch")) {
    appointAll(
      unit.id,
      GENERAL_BRANCH_POSTS,
      memberAt(
        3,
        branches.filter((branch) => branch.parentId === unit.id),
      ),
    );
  }
  const root = units[0];
  if (root) appointAll(root.id, COMMITTEE_POSTS, memberAt(4, branches));
  return { units, persons, posts, settings };

  function appointAll(unitId: UnitId, kinds: readonly PostKind[], candidates: readonly PersonId[]): void {
    kinds.forEach((kind, index) => {
      const person = candidates[index];
      if (person) appoint(person, unitId, kind);
    });
  }
  /** One member of each branch; the places differ, so that nobody holds posts on two levels where there are people enough. */
  function memberAt(place: number, of: readonly Unit[]): readonly PersonId[] {
    return of.flatMap((branch) => {
      const members = membersOf.get(branch.id) ?? [];
      return members.slice(Math.min(place, members.length - 1)).slice(0, 1);
    });
  }
}

function demoPerson(index: number, random: SeededRandom): PersonRecord {
  // 140 is a number range of machines: nobody's phone is in the demo.
  return { id: toId(`person-${String(index + 1)}`), name: demoName(random), phone: `140${String(10_000_000 + index)}` };
}

function demoUnits(): Pick<DemoOrganisation, "units" | "settings"> {
  const root = unit({ number: "0", name: "云州医科大学委员会", shortName: "校党委", kind: "committee", parent: null });
  const units: Unit[] = [root];
  const settings = new Map<UnitId, Setting>();
  GENERAL_BRANCHES.forEach(([name, branches], outer) => {
    const number = String(outer + 1).padStart(2, "0");
    const general = unit({
      number,
      name: `中共云州医科大学${name}总支部委员会`,
      shortName: `${name}党总支`,
      kind: "general-branch",
      parent: root.id,
    });
    units.push(general);
    branches.forEach((branch, inner) => {
      const own = {
        number: `${number}${String(inner + 1).padStart(2, "0")}`,
        name: `${name}${branch}党支部`,
        shortName: `${name}${branch}支部`,
      };
      const made = unit({ ...own, kind: "branch", parent: general.id });
      units.push(made);
      settings.set(made.id, settingOf(branch));
    });
  });
  return { units, settings };
}

function unit(facts: { number: string; name: string; shortName: string; kind: UnitKind; parent: UnitId | null }): Unit {
  const { number, name, shortName, kind, parent } = facts;
  return {
    id: toId(`unit-${number}`),
    code: `yz${number}`,
    name,
    shortName,
    kind,
    parentId: parent,
    position: Number(number),
  };
}
