import type { CheckTest } from "./table-check.ts";

/** "=", "同有同无", "变动 20% 或 50": what stands between both sides of a check, as its definition has it. */
export function relationText(test: CheckTest): string {
  switch (test.kind) {
    case "relation":
      return test.relation;
    case "both-or-neither":
      return "同有同无";
    case "either-or":
      return "二者居一";
    case "band":
      return `变动 ${test.percent}% 或 ${test.absolute}`;
  }
}
