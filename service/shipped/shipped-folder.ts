import { join } from "node:path";

/** Where the data that come with the program lie. */
export const SHIPPED = join(import.meta.dirname, "..", "..", "templates");
