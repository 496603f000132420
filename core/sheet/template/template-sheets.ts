/** Keys of the sheets of a template book; they are how its tables are found again. */
export const TEMPLATE_SHEETS = {
  head: "template-head",
  columns: "template-columns",
  items: "template-items",
  qualitative: "template-qualitative",
  classes: "template-classes",
  grades: "template-grades",
} as const;
