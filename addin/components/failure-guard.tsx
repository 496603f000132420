import { Component, type ReactNode } from "react";

export interface FailureGuardProps {
  /** What stands there instead; what it throws itself goes on to whoever is around. */
  readonly draw: (failure: Error) => ReactNode;
  /** What was kept in there is gone. */
  readonly onFailed?: () => void;
  readonly children: ReactNode;
}

interface FailureGuardState {
  readonly failure: Error | null;
}

/** What breaks while it is drawn takes nothing else with it. */
export class FailureGuard extends Component<FailureGuardProps, FailureGuardState> {
  override state: FailureGuardState = { failure: null };

  static getDerivedStateFromError(failure: Error): FailureGuardState {
    return { failure };
  }

  override componentDidCatch(): void {
    this.props.onFailed?.();
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === null ? this.props.children : this.props.draw(failure);
  }
}
