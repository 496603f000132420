import { Spinner } from "@fluentui/react-components";
import type { Request } from "#addin/components/admin/use-request.ts";

/** Says what is under way, in a place that is read out. */
export function Waits({ request, text }: { readonly request: Pick<Request, "busy">; readonly text: string }) {
  return <div role="status">{request.busy && <Spinner size="small" label={text} />}</div>;
}
