import "./younger-methods.ts";
import { openWps } from "#addin/hosts/wps/open-wps.ts";
import { startPane } from "./start-pane.tsx";

startPane(openWps);
