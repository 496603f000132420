// Fluent's components take their icons from the package's index, which names files of 16 MB: all 5,000 icons in every size.
// Each icon has a small file of its own, too; this loader imports that instead, so that bundling need not read all of them.
const { existsSync } = require("node:fs");
const { dirname, join } = require("node:path");

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']@fluentui\/react-icons["'];?/g;
const folder = dirname(require.resolve("@fluentui/react-icons/package.json"));
const found = new Map();

module.exports = function iconsByFile(source) {
  if (!source.includes("@fluentui/react-icons")) return source;
  return source.replace(IMPORT, (_whole, names) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => `import { ${name} } from ${JSON.stringify(fileOf(name.split(/\s+as\s+/)[0]))};`)
      .join(" "),
  );
};

function fileOf(name) {
  if (!found.has(name)) found.set(name, iconFile(name) ?? definingFile(name) ?? "@fluentui/react-icons");
  return found.get(name);
}

function iconFile(name) {
  const base = name.replace(/\d*(?:Regular|Filled|Light|Color)$/, "");
  const kebab = base.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
  return base !== name && existsSync(join(folder, "lib", "atoms", "svg", `${kebab}.js`))
    ? `@fluentui/react-icons/svg/${kebab}`
    : undefined;
}

function definingFile(name) {
  const paths = DEFINED[name];
  return paths === undefined ? undefined : join(folder, "lib", paths);
}

const DEFINED = {
  bundleIcon: "utils/bundleIcon.js",
  iconFilledClassName: "utils/constants.js",
  iconRegularClassName: "utils/constants.js",
  IconDirectionContextProvider: "contexts/IconDirectionContext.js",
};
