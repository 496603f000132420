import assert from "node:assert/strict";
import { isAbsolute, join, resolve } from "node:path";
import { describe, it } from "mocha";
import { parseConfig, type Environment } from "#service/config.ts";

describe("the configuration", () => {
  it("has a default for everything, listening on this machine only", () => {
    const config = parseConfig({ TAIZHANG_HOST: " " });
    assert.ok(config.ok);
    const { db, dataFolder, host, port, allowedOrigins, frameHosts, policy, limits } = config.value;
    assert.deepEqual([host, port, allowedOrigins, frameHosts], ["127.0.0.1", 8_080, [], []]);
    assert.equal(db, `sqlite:${join("data", "taizhang.db")}`);
    assert.ok(isAbsolute(dataFolder));
    assert.equal(policy.passwordMaxAgeDays, 90);
    assert.equal(limits.secrecyMark, null);
  });

  it("takes what is set", () => {
    const config = parseConfig({
      TAIZHANG_DB: "postgres://u@h/d",
      TAIZHANG_PORT: "0",
      TAIZHANG_ORIGINS: "https://a.example, https://b.example:8443",
      TAIZHANG_PASSWORD_MAX_AGE_DAYS: "30",
      TAIZHANG_MOST_EVIDENCE_MB: "1",
      TAIZHANG_SECRECY_MARK: "内部",
    });
    assert.ok(config.ok);
    assert.equal(config.value.db, "postgres://u@h/d");
    assert.deepEqual(config.value.allowedOrigins, ["https://a.example", "https://b.example:8443"]);
    assert.deepEqual([config.value.policy.passwordMaxAgeDays, config.value.limits.evidenceBytes], [30, 1_048_576]);
    assert.equal(config.value.limits.secrecyMark, "内部");
  });

  it("speaks https with a certificate and its key, on another port, and wants both", () => {
    const both = parseConfig({ TAIZHANG_TLS_CERT: "/tls/server.crt", TAIZHANG_TLS_KEY: "/tls/server.key" });
    assert.ok(both.ok);
    assert.deepEqual([both.value.port, both.value.tls?.key], [8_443, resolve("/tls/server.key")]);
    for (const [given, missing] of [
      ["TAIZHANG_TLS_CERT", "TAIZHANG_TLS_KEY"],
      ["TAIZHANG_TLS_KEY", "TAIZHANG_TLS_CERT"],
    ] as const) {
      const config = parseConfig({ [given]: "/tls/file" });
      assert.deepEqual(config.ok ? [] : config.refusal.problems.map(({ variable }) => variable), [missing]);
    }
  });

  it("names every variable that is wrong, not only the first", () => {
    const wrong: Environment = {
      TAIZHANG_DB: "mysql://x",
      TAIZHANG_PORT: "70000",
      TAIZHANG_ORIGINS: "https://*.example",
      TAIZHANG_FRAME_HOSTS: "https://a.example/path",
      TAIZHANG_MOST_BODY_MB: "1.5",
    };
    const config = parseConfig(wrong);
    assert.deepEqual(
      config.ok ? [] : config.refusal.problems.map(({ variable }) => variable),
      Object.keys(wrong).toSorted(byOrder),
    );
  });
});

// As they are read.
const ORDER = ["TAIZHANG_DB", "TAIZHANG_PORT", "TAIZHANG_ORIGINS", "TAIZHANG_FRAME_HOSTS", "TAIZHANG_MOST_BODY_MB"];
function byOrder(one: string, other: string): number {
  return ORDER.indexOf(one) - ORDER.indexOf(other);
}
