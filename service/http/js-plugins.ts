import type { RequestHandler } from "express";

/**
 * What WPS asks for once it is told where (oem.ini, JSPluginsServer): the list of add-ins and their addresses. The
 * address is the one the desk asked at, and only if it is one of ours: a forged Host header gets no list.
 */
export function jsPlugins(isAllowedOrigin: (origin: string) => boolean): RequestHandler {
  return (request, response) => {
    const origin = originAsked(`${request.protocol}://${request.host}`);
    response.set("Cache-Control", "no-store");
    if (origin !== undefined && isAllowedOrigin(origin)) response.type("application/xml").send(jsPluginsXml(origin));
    else response.status(421).type("text").send(FOREIGN);
  };
}

/** @param origin "https://host[:port]", as URL writes it: nothing in it needs escaping in XML. */
export function jsPluginsXml(origin: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<jsplugins>",
    `  <jspluginonline name="taizhang" type="et" url="${origin}/wps/"/>`,
    "</jsplugins>",
    "",
  ].join("\n");
}

function originAsked(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

const FOREIGN = [
  "本服务不使用这个地址：请把它写入 TAIZHANG_ORIGINS。",
  "This is no address of this service: name it in TAIZHANG_ORIGINS.\n",
].join("\n");
