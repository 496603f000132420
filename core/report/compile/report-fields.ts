import type { CodeListData } from "#core/people/field/code-list.ts";
import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import type { FieldDefinition, FieldType } from "#core/people/field/field.ts";
import type { PopulationName } from "../definition/report-definition.ts";

/** How somebody came or went in the period (table 1). */
export type MovementKind =
  "admitted" | "readmitted" | "restored" | "resumed" | "in" | "left" | "stopped" | "died" | "out";

/** Codes of 变动方式. */
export const MOVEMENT_KINDS: CodeListData = {
  name: "movement-kind",
  label: { zh: "变动方式", en: "Movement" },
  values: [
    { code: "admitted", zh: "新发展", en: "admitted" },
    { code: "readmitted", zh: "重新入党", en: "admitted again" },
    { code: "restored", zh: "其他恢复党籍", en: "restored" },
    { code: "resumed", zh: "停止党籍后恢复党籍", en: "restored after membership had stopped" },
    { code: "in", zh: "转入组织关系", en: "transferred in" },
    { code: "left", zh: "出党", en: "left the party" },
    { code: "stopped", zh: "停止党籍", en: "membership stopped" },
    { code: "died", zh: "死亡", en: "died" },
    { code: "out", zh: "转出组织关系", en: "transferred out" },
  ] satisfies readonly { readonly code: MovementKind; readonly zh: string; readonly en: string }[],
  groups: [
    { zh: "发展党员", en: "admissions", codes: ["admitted", "readmitted"] },
    { zh: "恢复党籍", en: "restorations", codes: ["restored", "resumed"] },
    { zh: "本期增加", en: "additions", codes: ["admitted", "readmitted", "restored", "resumed", "in"] },
    { zh: "本期减少", en: "losses", codes: ["left", "stopped", "died", "out"] },
  ],
};

const PRESENCE: readonly FieldDefinition[] = [
  extra("inBook", "yes-no", { zh: "在册", en: "Member on the last day" }),
  extra("present", "yes-no", { zh: "期末在组织中", en: "Kept by a unit on the last day" }),
  extra("commended", "yes-no", { zh: "两优表彰", en: "Commended in the period" }),
  extra("voluntaryDues", "money", { zh: "自愿一次多交党费", en: "Largest voluntary payment of the period" }),
];
const MOVEMENT: readonly FieldDefinition[] = [
  { ...extra("movement", "code", MOVEMENT_KINDS.label), codes: MOVEMENT_KINDS.name },
  extra("movedOn", "day", { zh: "变动日期", en: "Moved on" }),
  extra("wholeUnit", "yes-no", { zh: "整建制", en: "With the whole unit" }),
];

/** Fields that a population has beside those of the record behind it. */
export const OWN_FIELDS: Readonly<Record<PopulationName, readonly FieldDefinition[]>> = {
  people: PRESENCE,
  opening: [],
  movements: MOVEMENT,
  leavings: [],
  penalties: [],
  awards: [],
  conversions: [],
  units: [],
};

const UNIT_FIELD = /^unit:(.+)$/;

/** The key under which a field of the unit that keeps him stands among a person's. */
export function unitFieldKey(key: string): string {
  return `unit:${key}`;
}

/** The unit's own key; undefined when it is no field of the unit. */
export function unitFieldOf(key: string): string | undefined {
  return UNIT_FIELD.exec(key)?.[1];
}

/**
 * What conditions over a population may name: its own fields, those of the record, and for people those of the unit that
 * keeps them, unless a person has a field of that name.
 */
export function populationCatalogue(data: CatalogueData, population: PopulationName): CatalogueData {
  const codeLists = [...data.codeLists, MOVEMENT_KINDS];
  if (population === "units") return { person: [], unit: [...data.unit, ...OWN_FIELDS.units], codeLists };
  const own = [...data.person, ...OWN_FIELDS[population]];
  const taken = new Set(own.flatMap(namesOf));
  const units = data.unit.map((field) => ofPerson(field, taken));
  return { person: [...units, ...own], unit: [], codeLists };
}

function ofPerson(
  { list: _list, entry: _entry, ...field }: FieldDefinition,
  taken: ReadonlySet<string>,
): FieldDefinition {
  const { zh, en } = field.label;
  const label = { zh: taken.has(zh) ? `党组织${zh}` : zh, en: taken.has(en) ? `Unit's ${en}` : en };
  const aliases = field.aliases.filter((alias) => !taken.has(alias));
  return { ...field, of: "person", key: unitFieldKey(field.key), label, aliases };
}

function namesOf({ key, label, aliases }: FieldDefinition): readonly string[] {
  return [key, label.zh, label.en, ...aliases];
}

function extra(key: string, type: FieldType, label: FieldDefinition["label"]): FieldDefinition {
  return {
    of: "person",
    key,
    label,
    type,
    aliases: [],
    group: "membership",
    edited: "computed",
    width: 10,
    rule: "R1",
  };
}
