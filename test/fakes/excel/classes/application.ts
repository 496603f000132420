import type { HostClass } from "../host-class.ts";
import { oneOf } from "./wire-values.ts";

export const APPLICATION: HostClass<null> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: (_app, desk) => (desk.workbook.calculation === "manual" ? "Manual" : "Automatic"),
      set: (_app, value, desk) => {
        desk.workbook.calculation =
          oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"]) === "Manual" ? "manual" : "automatic";
      },
    },
  },
  methods: {
    Calculate: (_app, [type], desk) => {
      oneOf(type, ["Recalculate", "Full", "FullRebuild"]);
      desk.workbook.calculate();
    },
    // Only how it looks meanwhile; counted as an action like any other.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};
