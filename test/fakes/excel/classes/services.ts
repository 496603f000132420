import type { Desk } from "../desk.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import type { HostObject } from "../host-object.ts";

const ADDIN: HostClass<null> = {
  name: "Microsoft.InternalService.AddinInternalService",
  methods: { NotifyActionHandlerReady: () => undefined },
};

/** Behind Office.addin: showing and hiding the pane of a shared runtime. */
const RUNTIME: HostClass<null> = {
  name: "Microsoft.AppRuntime.AppRuntimeService",
  methods: {
    SetAppRuntimeState: (_service, [state], desk) => {
      desk.pane.visible = state === "Visible";
    },
    GetAppRuntimeState: (_service, _args, desk) => (desk.pane.visible ? "Visible" : "Background"),
  },
};

/** Services that the library makes by name. */
export function serviceObject(name: string, desk: Desk): HostObject | undefined {
  const found = [ADDIN, RUNTIME].find((service) => service.name === name);
  return found && hostObject(found, null, desk);
}
