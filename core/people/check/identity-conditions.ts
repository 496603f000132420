import { completedYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { sexOf, whyNotIdNumber } from "../field/id-number.ts";
import { personRequirement } from "./required-fields.ts";
import { editionOf } from "./compare-dates.ts";
import type { CheckTools, PersonCase, Said } from "./check-context.ts";
import type { Facts } from "../person/facts.ts";

const NONE: Facts = {};

export function idNumberWrong({ facts, context }: PersonCase): Said {
  const { idNumber = "" } = facts;
  return idNumber === "" || whyNotIdNumber(idNumber, context.day) === undefined ? null : NONE;
}

export function birthDateDiffers({ facts }: PersonCase): Said {
  const { idNumber = "", birthDate = "" } = facts;
  if (idNumber === "" || birthDate === "") return null;
  return idNumber.startsWith(birthDate.replaceAll("-", ""), 6) ? null : NONE;
}

export function sexDiffers({ facts }: PersonCase): Said {
  const { idNumber = "", sex = "" } = facts;
  return idNumber === "" || sex === "" || sexOf(idNumber) === sex ? null : NONE;
}

export function doubled(what: "idNumber" | "bookNumber"): (one: PersonCase) => Said {
  return ({ person, context }) => (context.doubled[what].has(person.id) ? NONE : null);
}

/** Not yet of the age that its rules ask for on that day. */
export function tooYoung(on: string, { rules }: CheckTools): (one: PersonCase) => Said {
  return ({ facts }) => {
    const { birthDate = "", [on]: date = "" } = facts;
    if (birthDate.length !== 10 || date.length !== 10) return null;
    const { leastAge } = editionOf(rules.development, date);
    return completedYears(birthDate as Day, date as Day) < leastAge ? { years: String(leastAge) } : null;
  };
}

export function requiredMissing({ requirements }: CheckTools): (one: PersonCase) => Said {
  return ({ person, facts, context: { day } }) => {
    const { missing } = personRequirement({ person, facts, day }, requirements);
    return missing.length === 0 ? null : { missing: missing.join(",") };
  };
}
