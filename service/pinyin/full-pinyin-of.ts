import { pinyin } from "pinyin-pro";

/** Lower-case pinyin without tones, letters and digits kept: 张伟 -> "zhangwei", 吕 -> "lv". */
export function fullPinyinOf(text: string): string {
  return pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).join("").toLowerCase();
}
