import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why the last request was not done, read out at once. */
export function RefusalBar(props: { readonly around: Surroundings; readonly refusal: ShownRefusal | null }) {
  if (!props.refusal) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sayShownRefusal(props.around.language, props.refusal)}</MessageBarBody>
    </MessageBar>
  );
}
