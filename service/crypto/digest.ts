import { createHash } from "node:crypto";
import type { Digest } from "#service/ports/surroundings.ts";

export const digest: Digest = (content) => createHash("sha256").update(content).digest("hex");
