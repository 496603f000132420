import { createContext } from "react";

/** Grows when the service answers again, or somebody is signed in again: what failed meanwhile is asked for anew. */
export const AskedAgain = createContext(0);
