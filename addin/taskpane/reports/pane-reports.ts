import { ReportOpener } from "./report-opener.tsx";
import { ReportPlaces } from "./report-places.tsx";
import { unforce } from "./unforce.ts";

/** One file for all of them: whoever opens a report needs its places next. */
export const paneReports = { ReportOpener, ReportPlaces, unforce };
