import { useFocusFinders } from "@fluentui/react-components";
import { useEffect } from "react";
import { followFocus } from "./focus-place.ts";

/**
 * A dialog hides the rest of the page from screen readers by a helper that all of Fluent shares, and that ends with its last
 * user. Were that the dialog itself, nobody would show the page again: so the page is a user as long as it lives.
 */
export function DialogGround(): null {
  useFocusFinders();
  useEffect(followFocus, []);
  return null;
}
