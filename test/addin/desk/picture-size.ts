import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ASSETS = join(import.meta.dirname, "..", "..", "..", "addin", "assets");
const PNG = "89504e470d0a1a0a";

/** Of a PNG under addin/assets, by the path at which the service serves it. */
export function pictureSize(path: string): { readonly width: number; readonly height: number } | undefined {
  const file = join(ASSETS, path);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.toString("hex", 0, 8) !== PNG) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
