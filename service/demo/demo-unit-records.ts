import { addDays, addYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { DemoOrganisation } from "./demo-organisation.ts";
import type { SeededRandom } from "./seeded-random.ts";

const ENTITY = "1";
const SAME_ENTITY = "2";
const ON_COMMITTEE: readonly PostKind[] = ["secretary", "deputy-secretary", "organisation-member"];
const TERM: Readonly<Record<Unit["kind"], number>> = { committee: 5, "general-branch": 3, branch: 3, "party-group": 3 };
/** One unit in so many has let its term run out. */
const OVERDUE_EVERY = 31;

/** Kinds of legal entity: the university itself, and its hospitals. Public institutions of the province, every one. */
const SCHOOL: Facts = { nature: "30", affiliation: "2", institutionKind: "03", industry: "P" };
const HOSPITAL: Facts = { ...SCHOOL, institutionKind: "07", industry: "Q" };
const UNIVERSITY: Facts = {
  ...{ unitRelation: ENTITY, ...SCHOOL, entityName: "云州医科大学", volunteers: "1", premises: "860" },
  ...{ staff: "2680", skilledWorkers: "96", professionals: "1985", partyWorkers: "41" },
  ...{ teachers: "1240", teachersWomen: "652", teachersYoung: "318" },
  ...{ studentsPostgraduate: "3150", studentsUndergraduate: "11800" },
};

/** What is known of each unit of the demo (M17): kind of entity, founding, election and term, this year's appraisal. */
export function demoUnitRecords(
  organisation: DemoOrganisation,
  today: Day,
  random: SeededRandom,
): readonly UnitRecord[] {
  return organisation.units.map((unit, index): UnitRecord => {
    const facts = { ...entityFacts(unit), ...electionFacts(unit, index), ...yearFacts(today), ...boardFacts(unit) };
    return { id: unit.id, facts, lists: {}, revisions: {}, version: 1, since: null, closed: null };
  });

  function electionFacts({ kind }: Unit, index: number): Facts {
    const term = TERM[kind];
    const isOverdue = index % OVERDUE_EVERY === OVERDUE_EVERY - 1;
    const electedOn = isOverdue
      ? addDays(addYears(today, -term), -random.between(20, 90))
      : addDays(today, -random.between(10, term * 365 - 30));
    const foundedOn = addDays(addYears(electedOn, -term * random.between(1, 6)), -random.between(0, 200));
    const way = kind === "branch" ? "2" : "1";
    return {
      foundedOn,
      electedOn,
      electionTerm: String(term),
      electionDue: addYears(electedOn, term),
      electionWay: way,
    };
  }

  function boardFacts({ id }: Unit): Facts {
    const board = organisation.posts.filter((post: Post) => post.unitId === id && ON_COMMITTEE.includes(post.kind));
    return { committeeSize: String(new Set(board.map(({ personId }) => personId)).size) };
  }
}

function entityFacts({ kind, shortName, parentId }: Unit): Facts {
  if (parentId === null) return UNIVERSITY;
  const entity = shortName.includes("附属医院") ? HOSPITAL : SCHOOL;
  if (kind === "branch") return { unitRelation: SAME_ENTITY, ...entity, branchForm: "1" };
  if (entity === SCHOOL) return { unitRelation: SAME_ENTITY, ...entity };
  const entityName = `云州医科大学${shortName.replace("党总支", "")}`;
  const people = { staff: "1460", skilledWorkers: "82", professionals: "1190" };
  return { unitRelation: ENTITY, ...entity, ...people, entityName, volunteers: "1", premises: "240" };
}

function yearFacts(today: Day): Facts {
  const year = Number(today.slice(0, 4));
  const isOver = today.slice(5) >= "11-15";
  const done = String(isOver ? year : year - 1);
  return {
    ...{ [`unitAppraisedOn.${done}`]: `${done}-11-12`, [`unitAppraisalFinished.${done}`]: "1" },
    ...{ [`leadersReview.${done}`]: "1", [`mutualReview.${done}`]: "1", [`studyReached.${done}`]: "1" },
  };
}
