import { Button, ProgressBar } from "@fluentui/react-components";

export interface ProgressProps {
  /** A total of 0: nobody knows yet. null: nothing is under way. */
  readonly under: { readonly done: number; readonly total: number } | null;
  readonly label: (percent: number) => string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/** How far something is that may take over a second, and the way to stop it (W6). */
export function Progress({ under, label, cancel, onCancel }: ProgressProps) {
  const share = under && under.total > 0 ? under.done / under.total : undefined;
  const text = under ? label(Math.round((share ?? 0) * 100)) : "";
  return (
    <div className="pane-progress">
      {/* Always there, and in nothing that is busy: else what begins is not read out. */}
      <span role="status">{text}</span>
      {under && (
        <>
          <Button size="small" onClick={onCancel}>
            {cancel}
          </Button>
          <ProgressBar {...(share === undefined ? {} : { value: share })} aria-label={text} />
        </>
      )}
    </div>
  );
}
