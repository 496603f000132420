import "./start/younger-methods.ts";
import { openWps } from "#addin/hosts/wps/open-wps.ts";
import { startPane } from "./start/start-pane.tsx";

startPane(openWps);
