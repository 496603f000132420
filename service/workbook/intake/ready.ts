/** First line of the child: its modules are loaded. */
export const READY = "ready\n";
