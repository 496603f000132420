import { join } from "node:path";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { loadFieldCatalogue } from "#service/shipped/shipped-records.ts";

/** The catalogue that is shipped: tests of records read the very data that officers meet. */
export const shippedCatalogue: FieldCatalogue = await loadFieldCatalogue(
  join(import.meta.dirname, "..", "..", "templates"),
);
