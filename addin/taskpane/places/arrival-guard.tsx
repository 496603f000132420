import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Language } from "#core/wording/language.ts";

export interface ArrivalGuardProps {
  readonly language: Language;
  readonly children: ReactNode;
}

interface ArrivalGuardState {
  readonly failure: Error | null;
}

/** The code of a place that did not arrive is the service not answering; anything else that breaks is a bug and goes on. */
export class ArrivalGuard extends Component<ArrivalGuardProps, ArrivalGuardState> {
  override state: ArrivalGuardState = { failure: null };

  static getDerivedStateFromError(failure: Error): ArrivalGuardState {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    if (!didNotArrive(failure)) throw failure;
    const { language } = this.props;
    return (
      <div role="alert">
        <p className="pane-hint">{sayShownRefusal(language, { code: "service-unreachable" })}</p>
        <Button onClick={() => location.reload()}>{adminWords[language].retry}</Button>
      </div>
    );
  }
}

function didNotArrive(failure: Error): boolean {
  return failure.name === "ChunkLoadError" || "code" in failure;
}
