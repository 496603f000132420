import { jsPluginsXml } from "#service/http/js-plugins.ts";
import { officeAddress } from "../addin/office-address.ts";
import { officeManifest } from "../addin/office-manifest.ts";
import { done } from "../answers.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "../command.ts";
import { required } from "../with-services.ts";
import { writeOutput } from "../write-output.ts";

export const addinManifest: Command = {
  words: "addin manifest",
  takes: [],
  options: {
    url: { type: "string" },
    id: { type: "string" },
    wps: { type: "boolean" },
    out: { type: "string" },
  },
  about: "the Excel add-in's manifest for an office's address, --wps: the list for WPS 加载项清单",
  run: async (call) => {
    const url = officeAddress(required(call, "url"));
    return call.flag("wps") ? await forWps(call, url) : await forExcel(call, url);
  },
};

async function forExcel(call: CommandCall, url: string): Promise<CommandAnswer> {
  const { xml, id } = await officeManifest(url, guidOf(call));
  const file = call.option("out");
  if (file === undefined) return done({ url, id, manifest: xml }, [xml.trimEnd()]);
  await writeOutput(file, Buffer.from(xml));
  return done({ url, id, file }, [
    `${file}: ${url} (${id})`,
    "请放到受信任的共享目录，见管理员手册 Put it into the trusted shared folder; the manual says how",
  ]);
}

/** The service gives the list itself; a desk needs to be told where. */
async function forWps(call: CommandCall, url: string): Promise<CommandAnswer> {
  if (call.option("id") !== undefined) throw new UsageError("--id is for Excel: WPS knows the add-in by its name");
  const list = `${url}/jsplugins.xml`;
  const jsplugins = jsPluginsXml(url);
  const settings = ["[Support]", "JsApiPlugin=true", "[Server]", `JSPluginsServer=${list}`];
  const file = call.option("out");
  if (file !== undefined) await writeOutput(file, Buffer.from(jsplugins));
  return done({ url, list, jsplugins, oemIni: settings, ...(file === undefined ? {} : { file }) }, [
    `; ${list}`,
    ...(file === undefined ? [jsplugins.trimEnd()] : [file]),
    "",
    "; office6/cfgs/oem.ini",
    ...settings,
  ]);
}

function guidOf(call: CommandCall): string | undefined {
  const id = call.option("id")?.toLowerCase();
  if (id === undefined || /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))
    return id;
  throw new UsageError("--id takes a GUID such as 7c1d5a2e-94b3-4f60-8a27-3e5f0b61d9c4");
}
