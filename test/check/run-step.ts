import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { StepOutcome } from "./summary.ts";

export interface StepOptions {
  /** "at the end": in one piece, so that the lines of steps that run side by side do not mix. */
  readonly says: "at once" | "at the end";
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs one script of package.json. */
export async function runStep(name: string, { says, environment = {} }: StepOptions): Promise<StepOutcome> {
  const started = performance.now();
  if (says === "at once") console.log(`\n> ${name}`);
  const output = says === "at once" ? "inherit" : "pipe";
  const child = spawn("npm", ["run", "--silent", name], {
    stdio: ["ignore", output, output],
    shell: process.platform === "win32",
    env: { ...process.env, ...environment },
  });
  const said = textOf(child);
  // Not "exit": then something may still come.
  const [code] = (await once(child, "close")) as [number | null];
  if (says === "at the end") console.log(`\n> ${name}\n${said()}`);
  return { name, passed: code === 0, seconds: (performance.now() - started) / 1000 };
}

function textOf({ stdout, stderr }: ChildProcess): () => string {
  const pieces: string[] = [];
  for (const stream of [stdout, stderr]) stream?.setEncoding("utf8").on("data", (piece: string) => pieces.push(piece));
  return () => pieces.join("");
}
