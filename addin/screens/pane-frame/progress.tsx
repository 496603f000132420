import { Button, ProgressBar } from "@fluentui/react-components";

export interface ProgressProps {
  readonly done: number;
  /** 0: nobody knows yet. */
  readonly total: number;
  readonly label: (percent: number) => string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/** How far something is that may take over a second, and the way to stop it (W6). */
export function Progress({ done, total, label, cancel, onCancel }: ProgressProps) {
  const share = total === 0 ? undefined : done / total;
  const text = label(Math.round((share ?? 0) * 100));
  return (
    <div className="pane-progress">
      <span role="status">{text}</span>
      <Button size="small" onClick={onCancel}>
        {cancel}
      </Button>
      <ProgressBar {...(share === undefined ? {} : { value: share })} aria-label={text} />
    </div>
  );
}
