import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import "./print-area.css";

/** Paper beside the screen: not shown, and the only thing that prints while it is mounted. */
export function PrintArea({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <div className="print-area" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}
