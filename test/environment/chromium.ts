import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";

const run = promisify(execFile);
const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
const modulesFolder = dirname(dirname(packageFolder));
const fontFolder = join(modulesFolder, "@expo-google-fonts", "noto-sans-sc");

// Not the package's own arguments: those switch web security off, and a journey must meet the rules a real browser keeps.
const flags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium out of node_modules that can show Chinese on a machine without any font. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpackedChromium();
  return await chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...flags],
    headless: true,
    env: { ...definedEnvironment(), ...(await libraryPath(folder)), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  });
}

/**
 * The package unpacks into the temporary folder and takes whatever already lies there under that name, so each version
 * gets a folder of its own; it is moved into place whole, so that an interrupted unpacking never counts as done.
 */
async function unpackedChromium(): Promise<string> {
  const cache = join(modulesFolder, ".cache", "taizhang");
  const folder = join(cache, `chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, "unpacking-"));
  const script = `
    const { inflate } = await import("@sparticuz/chromium");
    for (const name of ["chromium.br", "swiftshader.tar.br", "al2023.tar.br"]) await inflate(process.argv[1] + name);`;
  await run(process.execPath, ["--input-type=module", "--eval", script, join(packageFolder, "bin", "/")], {
    cwd: modulesFolder,
    env: { ...process.env, TMPDIR: draft },
  });
  await writeFile(join(draft, "fonts.conf"), fontConfiguration(join(folder, "fonts-cache")));
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true });
    // Another process was faster with the same content.
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (typeof content === "object" && content !== null && "version" in content) return String(content.version);
  throw new Error("@sparticuz/chromium has a package.json without a version");
}

/** The package brings the few libraries that a bare machine lacks; a machine that has them keeps its own. */
async function libraryPath(folder: string): Promise<Readonly<Record<string, string>>> {
  const missing = await run("ldd", [join(folder, "chromium")]).then(
    ({ stdout }) => stdout.includes("not found"),
    () => true,
  );
  if (!missing) return {};
  const inherited = process.env["LD_LIBRARY_PATH"];
  const own = join(folder, "al2023", "lib");
  return { LD_LIBRARY_PATH: inherited === undefined ? own : `${own}:${inherited}` };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

// Only our font, so that a screenshot looks the same on every machine.
function fontConfiguration(cache: string): string {
  const families = ["sans-serif", "serif", "monospace", "system-ui", "Segoe UI", "Microsoft YaHei", "SimSun"];
  const aliases = families.map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(fontFolder, "400Regular")}</dir>
  <dir>${join(fontFolder, "700Bold")}</dir>
  <cachedir>${cache}</cachedir>
  ${aliases.join("\n  ")}
</fontconfig>
`;
}
