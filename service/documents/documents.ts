import type { Documents } from "#service/ports/documents.ts";
import { packZip } from "./pack-zip.ts";
import { renderWord } from "./render-word.ts";

export function createDocuments(): Documents {
  return { renderWord, packZip };
}
