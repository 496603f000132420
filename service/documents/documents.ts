import type { Documents } from "#service/ports/documents.ts";
import { packZip } from "./pack-zip.ts";
import { renderLetter } from "./render-letter.ts";
import { renderMaterial } from "./render-material.ts";
import { renderWord } from "./render-word.ts";

export function createDocuments(): Documents {
  return { renderWord, renderLetter, renderMaterial, packZip };
}
