import { damaged } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import type { XmlEvents, XmlScanner } from "../xml/xml-scanner.ts";
import { scanWholePart, type Archive } from "./package-parts.ts";
import { SharedStrings } from "./shared-strings.ts";

/** Reads the texts that cells point to; runs of rich text are joined, reading aids (phonetics) left out. */
export async function readSharedStrings(archive: Archive, name: string): Promise<SharedStrings> {
  const strings = new SharedStrings(archive.limits);
  await scanWholePart(archive, name, new SharedStringsScan(strings, name, archive.limits));
  return strings;
}

class SharedStringsScan implements XmlEvents {
  readonly #strings: SharedStrings;
  readonly #part: string;
  readonly #mostPieces: number;
  #pieces: Buffer[] = [];
  #capturing = false;
  #phonetic = false;

  constructor(strings: SharedStrings, part: string, limits: IntakeLimits) {
    this.#strings = strings;
    this.#part = part;
    this.#mostPieces = limits.textLength;
  }

  open(_: XmlScanner, name: string, depth: number): void {
    if (depth === 1 && name !== "sst") throw damaged("missing-part", this.#part);
    if (name === "si") this.#pieces = [];
    else if (name === "rPh") this.#phonetic = true;
    else this.#capturing = name === "t" && !this.#phonetic;
  }

  close(name: string): void {
    this.#capturing = false;
    if (name === "rPh") this.#phonetic = false;
    if (name !== "si") return;
    const [first = Buffer.alloc(0)] = this.#pieces;
    this.#strings.add(this.#pieces.length < 2 ? first : Buffer.concat(this.#pieces));
    this.#pieces = [];
  }

  text(scanner: XmlScanner): void {
    if (!this.#capturing || this.#pieces.length > this.#mostPieces) return;
    const bytes = scanner.plain ? scanner.bytes.subarray(scanner.from, scanner.to) : Buffer.from(scanner.text());
    if (bytes.length > 0) this.#pieces.push(bytes);
  }
}
