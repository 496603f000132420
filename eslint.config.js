import tseslint from "typescript-eslint";
import { deskRules } from "./test/lint/desk-rules.ts";

// The clock and chance are arguments (now, newId) wherever a decision is made: it must give the same answer twice.
const noClockNorChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take `now` as an argument: core and use cases have no clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` as an argument: core and use cases have no clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Take `newId` or a seed as an argument: core and use cases have no chance.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(randomUUID|getRandomValues|randomBytes|hrtime)$/]",
    message: "Take `newId` as an argument: core and use cases have no chance and no clock.",
  },
];

const everywhere = [
  { selector: "ExportDefaultDeclaration", message: "Export by name, so that one thing has one name everywhere." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Export by name." },
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that holds the thing." },
  {
    selector: "ImportDeclaration[source.value=/^(\\.\\.\\u002F){2}/]",
    message: "Across folders write #core/..., #service/..., #addin/... or #test/..., never ../../",
  },
  {
    selector: "CatchClause > BlockStatement[body.length=0]",
    message: "Turn the failure into a refusal or rethrow it.",
  },
];

const size = {
  "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  "max-params": ["error", 3],
  complexity: ["error", 10],
};

const EXCEL_NAMES = ["Excel", "Office", "OfficeExtension"];
const WPS_NAMES = ["Application", "wps"];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "coverage/", "data/", "**/*.js", "**/*.cjs", "**/*.d.ts"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        project: ["core", "service", "addin", "test"].map((folder) => `./${folder}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...size,
      "no-restricted-syntax": ["error", ...everywhere],
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A brand is a type parameter used once, and a port is async even where SQLite answers at once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["core/**/*.ts", "service/usecases/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...noClockNorChance] },
  },
  {
    // One folder per desk program says its name; whoever builds on it stays portable.
    files: ["core/**/*.ts", "service/**/*.ts", "addin/**/*.ts", "addin/**/*.tsx"],
    plugins: { desk: deskRules },
    rules: { "desk/desk-globals": ["error", [...EXCEL_NAMES, ...WPS_NAMES]] },
  },
  {
    files: ["addin/**/*.tsx"],
    ignores: ["addin/components/dialogs/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          name: "@fluentui/react-components",
          importNames: ["Dialog"],
          message: "Use ModalDialog: it gives the page and the focus back however it goes.",
        },
      ],
    },
  },
  {
    files: ["addin/hosts/excel/**/*.ts"],
    rules: { "desk/desk-globals": ["error", WPS_NAMES], "desk/excel-api": ["error", "1.15"] },
  },
  {
    files: ["addin/hosts/wps/**/*.ts", "addin/commands/wps-ribbon.ts"],
    rules: { "desk/desk-globals": ["error", EXCEL_NAMES] },
  },
  {
    // A describe() is a function too, and a table of cases is long by nature.
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
