const MOST_CHARACTERS = 200;
const LONGEST_EXTENSION = 12;
const UNNAMED = "unnamed";
/** Invisible marks, above all those that turn the direction of writing and make "cod.exe" read "exe.doc". */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
/** Characters that Windows refuses in names; their wide forms read the same. */
const WIDE: Readonly<Record<string, string>> = {
  "<": "＜",
  ">": "＞",
  ":": "：",
  '"': "＂",
  "|": "｜",
  "?": "？",
  "*": "＊",
};
/** Names that mean devices on Windows, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;

/**
 * The name under which a file is shown and downloaded (L5): the last part of a path, composed, without invisible
 * characters, at most 200 characters long with its ending kept. Never empty, and safe to save on any system.
 */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const visible = last.normalize("NFC").replaceAll(INVISIBLE, "");
  const wide = visible.replaceAll(/[<>:"|?*]/g, (character) => WIDE[character] ?? "_");
  const trimmed = wide
    .replaceAll(/\s+/gu, " ")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  const named = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  return shortened(named === "" ? UNNAMED : named);
}

/** What stands after the last dot, in small letters; "" where there is none. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : "";
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MOST_CHARACTERS) return name;
  const extension = Array.from(extensionOf(name));
  const ending =
    extension.length > 0 && extension.length <= LONGEST_EXTENSION ? characters.slice(-extension.length - 1) : [];
  return [...characters.slice(0, MOST_CHARACTERS - ending.length), ...ending].join("");
}
