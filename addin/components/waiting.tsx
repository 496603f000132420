import { Spinner } from "@fluentui/react-components";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Language } from "#core/wording/language.ts";

/** Something is on its way; a screen reader is told so too, though no word stands beside it. */
export function Waiting({
  language,
  size,
}: {
  readonly language: Language;
  readonly size: "tiny" | "small" | "medium";
}) {
  return <Spinner size={size} aria-label={workbenchWords(language).shell.loading} />;
}
