import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { afterPaint } from "#addin/session/after-paint.ts";

describe("waiting for what is drawn to be seen", () => {
  const { requestAnimationFrame } = globalThis;
  afterEach(() => {
    Object.assign(globalThis, { requestAnimationFrame });
  });

  it("W6 goes on after the next frame", async () => {
    let frames = 0;
    const paint = (draw: () => void): void => {
      frames += 1;
      setTimeout(draw, 1);
    };
    Object.assign(globalThis, { requestAnimationFrame: paint });
    await afterPaint();
    assert.equal(frames, 1);
  });

  it("W6 goes on in a hidden tab, which is never painted", async () => {
    Object.assign(globalThis, { requestAnimationFrame: () => 0 });
    await afterPaint();
  });
});
