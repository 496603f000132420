import type { Language } from "#core/wording/language.ts";

/** The service says it in Chinese, because it is printed on sheets that travel. */
const ENGLISH: Readonly<Record<string, string>> = {
  已作废: "void",
  "已并入，只供查看": "merged, to be read only",
  未设阶段: "no stages set",
  已关闭: "closed",
  填报: "filling",
  互评: "peer review",
  领导评: "leader review",
};
const OPEN_STAGE = /^●(\S+) \S+～(\S+)$/;
const OTHER_STAGE = /^○(\S+) (\S+～\S+)$/;

/** The stages that are open today and until when; where there are none, everything that is known. */
export function sayStateText(language: Language, text: string): readonly string[] {
  const parts = text.split("　").filter((part) => part !== "");
  const say = (name = ""): string => (language === "en" ? (ENGLISH[name] ?? name) : name);
  const open = parts.flatMap((part) => {
    const [, name, until] = OPEN_STAGE.exec(part) ?? [];
    return until === undefined ? [] : [language === "en" ? `${say(name)} until ${until}` : `${say(name)}至 ${until}`];
  });
  if (open.length > 0) return open;
  return parts.map((part) => {
    const [, name, days] = OTHER_STAGE.exec(part) ?? [];
    return days === undefined ? say(part) : `${say(name)} ${days}`;
  });
}
