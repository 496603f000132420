import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FailureGuard } from "#addin/components/failure-guard.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Language } from "#core/wording/language.ts";

export interface ArrivalGuardProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** The code of a place that did not arrive is the service not answering; anything else that breaks is a bug and goes on. */
export function ArrivalGuard({ language, children }: ArrivalGuardProps) {
  const draw = (failure: Error) => {
    if (!didNotArrive(failure)) throw failure;
    return (
      <div role="alert">
        <p className="pane-hint">{sayShownRefusal(language, { code: "service-unreachable" })}</p>
        <Button onClick={() => location.reload()}>{adminWords[language].retry}</Button>
      </div>
    );
  };
  return <FailureGuard draw={draw}>{children}</FailureGuard>;
}

function didNotArrive(failure: Error): boolean {
  return failure.name === "ChunkLoadError" || "code" in failure;
}
