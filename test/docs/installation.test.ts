/** A newcomer types what docs/manual/07 shows, line by line; so does this. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { parseConfig } from "#service/config.ts";
import { startService } from "#service/main.ts";
import { taizhangHere } from "#test/environment/command-line.ts";
import { pages } from "./pages.ts";
import { codeLines, wordsOf } from "./shown-commands.ts";

const HOST = "taizhang.hospital.lan";
const KEYS = "taizhang.db.files/taizhang-keys.json";

describe("docs/manual/07: an office is installed as it says", function () {
  this.timeout(240_000);
  const text = pages("docs/manual/07-installation.md")[0]?.text ?? "";
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-manual-"));
    for (const name of ["lib", "backup", "secure"]) await mkdir(join(folder, name));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  /** The same line with this machine's places. */
  const here = (line: string): string =>
    line
      .replaceAll("/var/lib/taizhang", join(folder, "lib"))
      .replaceAll(/\/(backup|secure)\//g, (_, name: string) => `${join(folder, name)}/`)
      .replaceAll("--out taizhang-manifest.xml", `--out ${join(folder, "taizhang-manifest.xml")}`);

  it("every command of it does what it is there for, in their order", async () => {
    const lines = shellLines(text);
    assert.ok(lines.length >= 12, `only ${lines.length} commands`);
    const place = { db: `sqlite:${join(folder, "lib", "taizhang.db")}`, environment: { TAIZHANG_PORT: "0" } };
    for (const line of lines) {
      const { code, out, err } = await taizhangHere(place, ...wordsOf(here(line)));
      assert.equal(code, 0, `${line}\n${out}${err}`);
      // "Keep the keys apart": the officer has done so by the time a new machine needs them.
      if (line.startsWith("install")) {
        await copyFile(join(folder, "lib", KEYS), join(folder, "secure", "taizhang-keys.json"));
      }
    }
    const manifest = await readFile(join(folder, "taizhang-manifest.xml"), "utf8");
    assert.ok(manifest.includes(`"https://${HOST}/excel.html"`));
  });

  it("the service runs with the variables it shows, and answers what it tells to look at", async () => {
    const variables = { ...Object.fromEntries(variableLines(here(text))), TAIZHANG_HOST: "127.0.0.1" };
    const config = parseConfig({ ...variables, TAIZHANG_PORT: "0" });
    assert.ok(config.ok, JSON.stringify(config));
    const service = await startService(config.value, { log: () => undefined });
    try {
      const ca = await readFile(join(folder, "lib", "certs", "ca.crt"), "utf8");
      const { port } = new URL(service.url);
      const paths = [...text.matchAll(/^\| `https:\/\/taizhang\.hospital\.lan(\/\S*)` \|/gm)].map(
        ([, path = ""]) => path,
      );
      assert.deepEqual(paths, ["/", "/api/health", "/office/office.js", "/jsplugins.xml"]);
      for (const path of paths) assert.equal(await statusOf({ path, port, ca }), 200, path);
    } finally {
      await service.close();
    }
  });
});

/** Commands of this program in the code blocks. */
function shellLines(text: string): readonly string[] {
  return codeLines(text).flatMap((line) => /npx taizhang (.*)$/.exec(line)?.[1] ?? []);
}

function variableLines(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^(TAIZHANG_[A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
}

/** As a desk asks that trusts the office's authority and finds the host by its name. */
async function statusOf(asked: {
  readonly path: string;
  readonly port: string;
  readonly ca: string;
}): Promise<unknown> {
  const { path, port, ca } = asked;
  const headers = { Host: `${HOST}:${port}` };
  const request = get({ host: "127.0.0.1", port, path, ca, servername: HOST, headers });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}
