// Builds dist/addin unless it is newer than everything it is made of. Runs before `npm start`.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const made = join(root, "dist", "addin", "workbench.html");
const sources = ["addin", "core", "package.json", "package-lock.json", "webpack.config.js"];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (!existsSync(made) || statSync(made).mtimeMs < Math.max(...sources.map((name) => newest(join(root, name))))) {
  console.log("Building the workbench ...");
  execFileSync(process.execPath, [join(root, "node_modules", "webpack", "bin", "webpack.js")], {
    cwd: root,
    stdio: "inherit",
  });
}
