import type { Day } from "#core/kernel/instant.ts";
import { checkCharacterOf } from "#core/people/field/id-number.ts";

const ORDERS = 500;

/** So many different numbers there are for one birthday and sex. */
export const MOST_DEMO_PEOPLE = 10_000 * ORDERS;

/**
 * An ID number that is well formed and nobody's: no place in China begins with 99. Then birth date, order (odd for men), check digit.
 * @param serial running number of the person, 0 to MOST_DEMO_PEOPLE - 1: no two people share a number
 */
export function demoIdNumber(birthDate: Day, sex: "1" | "2", serial: number): string {
  const place = `99${String(Math.floor(serial / ORDERS)).padStart(4, "0")}`;
  const order = String((serial % ORDERS) * 2 + (sex === "1" ? 1 : 0)).padStart(3, "0");
  const body = `${place}${birthDate.replaceAll("-", "")}${order}`;
  return body + checkCharacterOf(body);
}
