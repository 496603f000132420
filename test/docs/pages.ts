import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

export interface Page {
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
}

/** One Markdown file, or all of a folder. */
export function pages(path: string): readonly Page[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [{ file: path, text: readFileSync(join(ROOT, path), "utf8") }];
  return readdirSync(join(ROOT, path))
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => pages(`${path}/${name}`));
}
