import { STATE_LABELS_ZH, type StateLabels } from "#core/sheet/draft/state-labels.ts";
import type { Language } from "#core/wording/language.ts";

const STATE_LABELS_EN: StateLabels = {
  text: "Text",
  computed: "Computed",
  generated: "Generated",
  locked: "Closed",
  input: "To fill in",
  manual: "Filled in by hand",
  overridden: "Overridden",
  stale: "Out of date",
  challenged: "Challenged",
  ruled: "Ruled by a leader",
  explain: "To explain",
  changed: "Changed, not sent",
  error: "Error",
  refused: "Not accepted",
  conflict: "In conflict",
};

export function stateLabels(language: Language): StateLabels {
  return language === "zh-CN" ? STATE_LABELS_ZH : STATE_LABELS_EN;
}
