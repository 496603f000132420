import { Dialog, type DialogProps } from "@fluentui/react-components";
import { useLayoutEffect } from "react";
import { FocusPlace } from "./focus-place.ts";
import { holdPage } from "./hold-page.ts";

export interface ModalDialogProps {
  readonly children: DialogProps["children"];
  /** By Escape or a click beside it; null: neither closes it. */
  readonly onClose: (() => void) | null;
  /** Stays while something is under way. */
  readonly busy?: boolean;
}

/**
 * Open as long as it is rendered; the focus goes back to where it was. Needs a `DialogGround` in the page. Our screens take
 * their dialogs away as soon as they are done, so this must not rely on Fluent's own way of closing.
 */
export function ModalDialog({ children, onClose, busy = false }: ModalDialogProps) {
  useFocusGivenBack();
  return (
    <Dialog open modalType={onClose ? "modal" : "alert"} onOpenChange={(_, data) => !data.open && !busy && onClose?.()}>
      {children}
    </Dialog>
  );
}

/** What has closed and not yet given back: a dialog that follows upon another goes back to where that one came from. */
let closing: FocusPlace | null = null;

/** In the layout phase the dialog has not taken the focus yet. */
function useFocusGivenBack(): void {
  useLayoutEffect(() => {
    const place = closing ?? FocusPlace.now();
    const letGo = holdPage();
    return () => {
      letGo();
      closing = place;
      // The dialog's elements and the hold it has on the focus go first.
      setTimeout(() => {
        if (closing === place) closing = null;
        place.giveBack();
      });
    };
  }, []);
}
