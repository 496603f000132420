import { Button, Spinner } from "@fluentui/react-components";
import { useContext, type ReactNode } from "react";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { Loadable } from "./loadable.ts";
import { OfflineTold } from "./offline-told.ts";
import { NOTHING_YET, RefusalBar } from "./refusal-bar.tsx";
import type { Surroundings } from "./surroundings.ts";

export interface LoadAreaProps<T> {
  readonly around: Surroundings;
  readonly data: Loadable<T>;
  readonly onRetry: () => void;
  readonly children: (value: T) => ReactNode;
}

/** Shows that data is on its way, or why there is none, or the data. */
export function LoadArea<T>({ around, data, onRetry, children }: LoadAreaProps<T>) {
  const words = adminWords[around.language];
  const offlineTold = useContext(OfflineTold);
  if (data.state === "ready") return children(data.value);
  if (data.state === "loading") {
    return (
      <div className="admin-waiting" role="status">
        <Spinner size="small" label={words.loading} />
      </div>
    );
  }
  const { refusal } = data;
  const isTold = offlineTold && refusal.code === "service-unreachable";
  return (
    <div className="admin-failed">
      {!isTold && <RefusalBar around={around} refusal={refusal} />}
      {!NOTHING_YET.has(refusal.code) && <Button onClick={onRetry}>{words.retry}</Button>}
    </div>
  );
}
