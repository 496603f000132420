import type { RequestHandler } from "express";

/** A10: nothing from outside, frames only for the Office hosts that are configured. On every answer, files included. */
export function strictHeaders(frameHosts: readonly string[]): RequestHandler {
  const headers = { ...FIXED, "Content-Security-Policy": contentSecurityPolicy(frameHosts) };
  // X-Frame-Options cannot name hosts: with any configured, frame-ancestors alone must speak.
  const all = frameHosts.length === 0 ? { ...headers, "X-Frame-Options": "DENY" } : headers;
  return (_request, response, next) => {
    response.set(all);
    next();
  };
}

export function contentSecurityPolicy(frameHosts: readonly string[]): string {
  return [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self'",
    "frame-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    `frame-ancestors ${frameHosts.length === 0 ? "'none'" : frameHosts.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

const FIXED = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;
