import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ScreenRefusal } from "./loadable.ts";
import { sentenceOf, type Surroundings } from "./surroundings.ts";

/** Why the last request was not done, read out at once. */
export function RefusalBar(props: { readonly around: Surroundings; readonly refusal: ScreenRefusal | null }) {
  if (!props.refusal) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentenceOf(props.around, props.refusal)}</MessageBarBody>
    </MessageBar>
  );
}
