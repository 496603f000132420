/** How a population is spread: shares of a whole, in any unit (they are made to sum to one when drawn). */
export type Shares<T> = readonly (readonly [value: T, share: number])[];

/** Years of age, both ends inclusive. */
export interface AgeBand {
  readonly from: number;
  readonly to: number;
}

export interface PopulationShares {
  /** Codes of GB/T 2261.1. */
  readonly sex: Shares<string>;
  readonly age: Shares<AgeBand>;
  /** Codes of GB/T 3304. */
  readonly ethnic: Shares<string>;
  /** Codes of GB/T 4658-2006 by the oldest age to which each row applies; the last row has no end. */
  readonly education: readonly { readonly upTo: number; readonly shares: Shares<string> }[];
}

const ETHNIC: Shares<string> = [
  ["01", 92.3],
  ["08", 1.3],
  ["11", 1.0],
  ["03", 0.9],
  ["06", 0.8],
  ["15", 0.8],
  ["05", 0.5],
  ["02", 0.9],
  ["07", 0.7],
  ["04", 0.5],
  ["12", 0.3],
];

/** After the party statistics that are published each year: sex, age bands, ethnic groups, education. */
export const NATIONAL_SHARES: PopulationShares = {
  sex: [
    ["1", 69.1],
    ["2", 30.9],
  ],
  age: [
    [{ from: 18, to: 30 }, 12.3],
    [{ from: 31, to: 35 }, 10.9],
    [{ from: 36, to: 40 }, 11.5],
    [{ from: 41, to: 45 }, 9.6],
    [{ from: 46, to: 50 }, 8.8],
    [{ from: 51, to: 55 }, 9.5],
    [{ from: 56, to: 60 }, 9.2],
    [{ from: 61, to: 92 }, 28.2],
  ],
  ethnic: ETHNIC,
  education: [
    {
      upTo: 22,
      shares: [
        ["21", 10],
        ["31", 14],
        ["61", 66],
        ["41", 10],
      ],
    },
    {
      upTo: 40,
      shares: [
        ["11", 2],
        ["14", 13],
        ["21", 48],
        ["31", 22],
        ["41", 5],
        ["61", 6],
        ["71", 4],
      ],
    },
    {
      upTo: 60,
      shares: [
        ["11", 1],
        ["14", 6],
        ["21", 31],
        ["31", 25],
        ["41", 9],
        ["61", 15],
        ["71", 12],
        ["81", 1],
      ],
    },
    {
      upTo: Number.POSITIVE_INFINITY,
      shares: [
        ["14", 1],
        ["21", 10],
        ["31", 16],
        ["41", 11],
        ["61", 18],
        ["71", 28],
        ["81", 16],
      ],
    },
  ],
};

/**
 * A medical university. As in the nation: ethnic groups (minorities 7.7 %). On purpose not: women (54 %, nationally about 31 %, as in most
 * schools of medicine and nursing), age (a quarter are students), education (all but the oldest with junior college and above, nationally
 * about 57 %).
 */
export const UNIVERSITY_SHARES: PopulationShares = {
  sex: [
    ["1", 46],
    ["2", 54],
  ],
  age: [
    [{ from: 19, to: 24 }, 24],
    [{ from: 25, to: 30 }, 15],
    [{ from: 31, to: 35 }, 12],
    [{ from: 36, to: 45 }, 20],
    [{ from: 46, to: 55 }, 13],
    [{ from: 56, to: 60 }, 5],
    [{ from: 61, to: 92 }, 11],
  ],
  ethnic: ETHNIC,
  education: [
    { upTo: 22, shares: [["61", 1]] },
    {
      upTo: 35,
      shares: [
        ["11", 9],
        ["14", 36],
        ["21", 48],
        ["31", 7],
      ],
    },
    {
      upTo: 60,
      shares: [
        ["11", 24],
        ["14", 31],
        ["21", 35],
        ["31", 8],
        ["41", 2],
      ],
    },
    {
      upTo: Number.POSITIVE_INFINITY,
      shares: [
        ["14", 6],
        ["21", 42],
        ["31", 30],
        ["41", 16],
        ["61", 6],
      ],
    },
  ],
};
