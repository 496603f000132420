/** ESLint rules of our own about the programs that show our sheets; eslint.config.js says where each holds. */
import type { ESLint, Rule } from "eslint";
import type ts from "typescript";
import { findNewMembers } from "./find-new-members.ts";

interface TypeServices {
  readonly program: ts.Program;
  readonly esTreeNodeToTSNodeMap: { get(node: unknown): ts.Node };
}

/** Option: the newest set, "1.15". */
const excelApi: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [{ type: "string", pattern: "^\\d+\\.\\d+$" }],
    messages: {
      tooNew: "{{member}} needs {{set}}; the newest we may use is ExcelApi {{newest}} (docs/decisions/0031).",
      noSet: "{{member}} is documented without a requirement set: nobody knows which Excel has it.",
    },
  },
  create: (context) => ({
    Program: (node) => {
      const [newest] = context.options as [string];
      const [major = 0, minor = 0] = newest.split(".").map(Number);
      const services = context.sourceCode.parserServices as unknown as TypeServices;
      const file = services.esTreeNodeToTSNodeMap.get(node).getSourceFile();
      for (const { start, end, member, set } of findNewMembers(file, services.program.getTypeChecker(), [
        major,
        minor,
      ])) {
        context.report({
          loc: { start: context.sourceCode.getLocFromIndex(start), end: context.sourceCode.getLocFromIndex(end) },
          messageId: set === undefined ? "noSet" : "tooNew",
          data: { member, set: set ?? "", newest },
        });
      }
    },
  }),
};

/** Option: the names. Also as types, and by way of window. */
const deskGlobals: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [{ type: "array", items: { type: "string" } }],
    messages: { foreign: "Only {{home}} says {{name}}: everyone else says SheetHost, LiveSheet or OpenDesk." },
  },
  create: (context) => {
    const [names] = context.options as [readonly string[]];
    const report = (node: Rule.Node, name: string): void =>
      context.report({ node, messageId: "foreign", data: { name, home: HOMES[name] ?? "its host" } });
    return {
      "Program:exit": (program) => {
        const scope = context.sourceCode.getScope(program);
        const known = scope.variables.flatMap(({ defs, references }) => (defs.length === 0 ? references : []));
        for (const { identifier } of [...scope.through, ...known])
          if (identifier.type === "Identifier" && names.includes(identifier.name))
            report(identifier as Rule.Node, identifier.name);
      },
      "MemberExpression[object.name=/^(?:window|globalThis|self)$/]": (node: Rule.Node) => {
        if (node.type !== "MemberExpression") return;
        const { property } = node;
        const name =
          property.type === "Identifier" && !node.computed
            ? property.name
            : property.type === "Literal" && typeof property.value === "string"
              ? property.value
              : "";
        if (names.includes(name)) report(node, name);
      },
    };
  },
};

const HOMES: Readonly<Record<string, string>> = {
  Excel: "addin/hosts/excel",
  Office: "addin/hosts/excel",
  OfficeExtension: "addin/hosts/excel",
  Application: "addin/hosts/wps",
  wps: "addin/hosts/wps",
};

export const deskRules: ESLint.Plugin = { rules: { "excel-api": excelApi, "desk-globals": deskGlobals } };
