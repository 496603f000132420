import { useEffect } from "react";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { useDeskSession, type Desk, type DeskNeeds } from "#addin/session/desk/use-desk-session.ts";

export interface DeskKeeperProps extends Omit<DeskNeeds, "codec"> {
  readonly onDesk: (desk: Desk) => void;
}

/** Keeps the workbook's session while people sign in and out; draws nothing. In a file of its own: it comes after the first screen. */
export function DeskKeeper({ onDesk, ...needs }: DeskKeeperProps) {
  const desk = useDeskSession({ ...needs, codec: deflateCodec });
  useEffect(() => onDesk(desk), [desk.session, desk.state, desk.waiting]);
  return null;
}
