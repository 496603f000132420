import "./start/younger-methods.ts";
import { openExcel } from "#addin/hosts/excel/open-excel.ts";
import { startPane } from "./start/start-pane.tsx";

startPane(openExcel);
