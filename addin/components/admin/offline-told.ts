import { createContext } from "react";

/** Whether the frame around says already that the service does not answer: what is in it need not say it again. */
export const OfflineTold = createContext(false);
