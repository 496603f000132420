/** Signs that say what something is taken out for (A13); the service asks for as many. */
export const SHORTEST_REASON = 2;
