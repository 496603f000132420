import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** Nothing went wrong: there is nothing to show yet. */
export const NOTHING_YET: ReadonlySet<ShownRefusal["code"]> = new Set<ShownRefusal["code"]>(["standing-not-published"]);

/** Why the last request was not done, read out at once. */
export function RefusalBar(props: { readonly around: Surroundings; readonly refusal: ShownRefusal | null }) {
  if (!props.refusal) return null;
  const isNothing = NOTHING_YET.has(props.refusal.code);
  return (
    <MessageBar intent={isNothing ? "info" : "error"} layout="multiline" role={isNothing ? "status" : "alert"}>
      <MessageBarBody>{sayShownRefusal(props.around.language, props.refusal)}</MessageBarBody>
    </MessageBar>
  );
}
