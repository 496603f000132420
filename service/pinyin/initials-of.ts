import { pinyin } from "pinyin-pro";

/** Lower-case pinyin initials, letters and digits kept: 机关党总支 -> "jgdzz" (A1). */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" })
    .join("")
    .toLowerCase();
}
