import type { ExcelHost } from "./excel-host.ts";
import type { ContextFacts } from "./wire.ts";

/** The constant answers of `window.external.GetContext()`. */
export function contextFacts(host: ExcelHost): ContextFacts {
  return {
    hostInfo: host.hostInfo,
    neverReady: host.neverReady,
    answers: {
      GetAppType: 1,
      GetSolutionRef: "taizhang",
      GetAppVersionMajor: 16,
      GetAppVersionMinor: 1,
      GetAppUILocale: host.locale,
      GetAppDataLocale: host.locale,
      GetDocUrl: host.workbook.title,
      GetAppCapabilities: host.workbook.readOnly ? 1 : 0,
      GetActivationMode: 1,
      GetControlIntegrationLevel: 1,
      GetSolutionToken: "",
      GetInstanceId: "taizhang-1",
      GetHostFullVersion: host.profile.version,
      GetSupportedMatrix: JSON.stringify(host.profile.sets),
      GetOfficeThemeInfo: JSON.stringify({ primaryBodyBackgroundColor: 0xffffff, primaryBodyForegroundColor: 0 }),
    },
  };
}
