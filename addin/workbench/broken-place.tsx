import { Button } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";

/** Instead of a place that broke: the list at the left still leads to the others. */
export function BrokenPlace({ language, failure }: { readonly language: Language; readonly failure: Error }) {
  const words = workbenchWords(language).broken;
  return (
    <div role="alert" className="workbench-broken">
      <p>{words.text}</p>
      <p>{failure.message}</p>
      <Button onClick={() => location.reload()}>{words.reload}</Button>
    </div>
  );
}
