import { join } from "node:path";

const EVIDENCE_PART = /^evidence\/([0-9a-f]{32})$/;

/** Where the evidence folder keeps a file: 256 folders by the first two characters. */
export function evidencePath(folder: string, storedAs: string): string {
  return join(folder, storedAs.slice(0, 2), storedAs);
}

export function evidencePart(storedAs: string): string {
  return `evidence/${storedAs}`;
}

/** The stored name in a part's name; undefined for anything else, which could lead out of the folder. */
export function storedNameOf(part: string): string | undefined {
  return EVIDENCE_PART.exec(part)?.[1];
}
