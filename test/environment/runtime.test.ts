import assert from "node:assert/strict";
import { describe, it } from "mocha";

describe("the runtime", () => {
  it("is the Node 24 that the repository brings", () => {
    assert.equal(process.versions.node.split(".")[0], "24");
  });
  it("runs TypeScript as it stands", () => {
    assert.equal(process.features.typescript, "strip");
  });
});
