import { FindingsList } from "#addin/screens/reports/desk/findings-list.tsx";
import type { DeskPart } from "./desk-part.ts";
import { explainsOf } from "./explains-of.ts";

/** 校核, beside the sheet. */
export function FindingsPart(props: DeskPart) {
  const { language, state, onGo } = props;
  if (!state.report) return null;
  return <FindingsList {...{ language }} view={state.report} onCell={onGo} {...explainsOf(props)} />;
}
