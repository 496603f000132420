import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, it } from "mocha";
import { stillRunning } from "./still-running.ts";

describe("what a test left running", () => {
  it("is nothing where all was closed", async () => {
    assert.deepEqual(await stillRunning(0), []);
  });

  it("names a server that was forgotten", async () => {
    const server = createServer().listen(0);
    await once(server, "listening");
    assert.deepEqual(await stillRunning(100), ["TCPServerWrap"]);
    server.close();
  });

  it("names a timer that was forgotten", async () => {
    const timer = setInterval(() => undefined, 10_000);
    assert.deepEqual(await stillRunning(100), ["Timeout"]);
    clearInterval(timer);
  });

  it("waits for what ends by itself", async () => {
    setTimeout(() => undefined, 300);
    assert.deepEqual(await stillRunning(10_000), []);
  });
});
