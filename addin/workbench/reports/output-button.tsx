import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { OutputDialog, type OutputDialogProps } from "./output-dialog.tsx";

/** Takes a list of a report out as a file. */
export function OutputButton(props: Omit<OutputDialogProps, "onClose">) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {props.title}
      </Button>
      {open && <OutputDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
