import {
  NATIONAL_SHARES,
  UNIVERSITY_SHARES,
  type AgeBand,
  type PopulationShares,
  type Shares,
} from "./population-shares.ts";
import type { Setting } from "./setting.ts";

const { ethnic } = UNIVERSITY_SHARES;

function spread(women: number, age: Shares<AgeBand>, education: Shares<string>): PopulationShares {
  const sex: Shares<string> = [
    ["1", 100 - women],
    ["2", women],
  ];
  return { sex, age, ethnic, education: [{ upTo: Number.POSITIVE_INFINITY, shares: education }] };
}

const HIGH_SCHOOL = "61";
const [DOCTOR, MASTER, BACHELOR, COLLEGE, SECONDARY] = ["11", "14", "21", "31", "41"] as const;

/** Together the branches of the demo come near UNIVERSITY_SHARES. */
export const SETTING_SHARES: Readonly<Record<Setting, PopulationShares>> = {
  national: NATIONAL_SHARES,
  university: UNIVERSITY_SHARES,
  undergraduates: spread(61, [[{ from: 19, to: 23 }, 1]], [[HIGH_SCHOOL, 1]]),
  postgraduates: spread(
    57,
    [
      [{ from: 24, to: 27 }, 75],
      [{ from: 28, to: 31 }, 25],
    ],
    [
      [BACHELOR, 74],
      [MASTER, 26],
    ],
  ),
  teaching: spread(
    49,
    [
      [{ from: 28, to: 35 }, 27],
      [{ from: 36, to: 45 }, 41],
      [{ from: 46, to: 54 }, 24],
      [{ from: 55, to: 59 }, 8],
    ],
    [
      [DOCTOR, 52],
      [MASTER, 36],
      [BACHELOR, 12],
    ],
  ),
  clinical: spread(
    58,
    [
      [{ from: 26, to: 35 }, 36],
      [{ from: 36, to: 45 }, 38],
      [{ from: 46, to: 54 }, 20],
      [{ from: 55, to: 59 }, 6],
    ],
    [
      [DOCTOR, 22],
      [MASTER, 39],
      [BACHELOR, 31],
      [COLLEGE, 8],
    ],
  ),
  office: spread(
    46,
    [
      [{ from: 26, to: 35 }, 26],
      [{ from: 36, to: 45 }, 40],
      [{ from: 46, to: 54 }, 25],
      [{ from: 55, to: 59 }, 9],
    ],
    [
      [DOCTOR, 9],
      [MASTER, 48],
      [BACHELOR, 38],
      [COLLEGE, 5],
    ],
  ),
  retired: spread(
    44,
    [
      [{ from: 60, to: 69 }, 46],
      [{ from: 70, to: 79 }, 34],
      [{ from: 80, to: 93 }, 20],
    ],
    [
      [MASTER, 6],
      [BACHELOR, 43],
      [COLLEGE, 29],
      [SECONDARY, 16],
      [HIGH_SCHOOL, 6],
    ],
  ),
};
