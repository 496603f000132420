/** Among whom somebody lives and works. The first two are whole populations, the others branches of one kind in a university. */
export type Setting =
  "national" | "university" | "undergraduates" | "postgraduates" | "teaching" | "clinical" | "office" | "retired";

/** Words of a branch's name, the first that is found decides. */
const NAMED: readonly (readonly [words: readonly string[], setting: Setting])[] = [
  [["本科生"], "undergraduates"],
  [["研究生", "博士生", "硕士生"], "postgraduates"],
  [["离休", "退休"], "retired"],
  [["教研室"], "teaching"],
  [["内科", "外科", "急诊", "检验", "骨科", "妇产", "儿科", "医技"], "clinical"],
];

/** @param branch as it is called within its general branch */
export function settingOf(branch: string): Setting {
  return NAMED.find(([words]) => words.some((word) => branch.includes(word)))?.[1] ?? "office";
}
