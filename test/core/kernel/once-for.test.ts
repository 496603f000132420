import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { onceFor } from "#core/kernel/once-for.ts";

describe("what is worked out once for a thing", () => {
  it("is made for each thing once, whatever comes out of it", () => {
    const asked: string[] = [];
    const shout = onceFor(({ name }: { readonly name: string }) => {
      asked.push(name);
      return name === "" ? undefined : name.toUpperCase();
    });
    const [one, other, none] = [{ name: "one" }, { name: "other" }, { name: "" }];
    assert.deepEqual([one, other, none, one, none, other].map(shout), [
      "ONE",
      "OTHER",
      undefined,
      "ONE",
      undefined,
      "OTHER",
    ]);
    assert.deepEqual(asked, ["one", "other", ""]);
  });
});
