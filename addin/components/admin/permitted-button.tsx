import { Button, Tooltip, type ButtonProps } from "@fluentui/react-components";

export interface PermittedButtonProps {
  readonly allowed: boolean;
  /** Shown and read out when it is not allowed. */
  readonly whyNot: string;
  readonly label: string;
  /** Whom or what it acts on, for screen readers in tables of equal buttons. */
  readonly target?: string;
  readonly onClick: () => void;
  readonly icon?: ButtonProps["icon"];
  readonly appearance?: ButtonProps["appearance"];
  readonly size?: ButtonProps["size"];
}

/** Stays focusable when greyed out, so that the keyboard reaches the reason too. */
export function PermittedButton(props: PermittedButtonProps) {
  const { allowed, whyNot, label, target, onClick } = props;
  const button = (
    <Button
      disabledFocusable={!allowed}
      onClick={onClick}
      icon={props.icon ?? null}
      appearance={props.appearance ?? "secondary"}
      size={props.size ?? "medium"}
      aria-label={target === undefined ? undefined : `${label}: ${target}`}
    >
      {label}
    </Button>
  );
  if (allowed) return button;
  return (
    <Tooltip content={whyNot} relationship="description" withArrow>
      {button}
    </Tooltip>
  );
}
