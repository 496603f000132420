import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { chartGeometry, LEFT, PLOT } from "#addin/screens/fairness/chart-geometry.ts";
import { FAIRNESS } from "../harness/report-data.ts";

describe("the chart of means and spreads", () => {
  const { bars, height, ticks } = chartGeometry(FAIRNESS.raters);

  it("L16 draws each rater's mean as a part of the maximum", () => {
    assert.equal(bars[0]?.width, PLOT);
    assert.ok(Math.abs((bars[6]?.width ?? 0) - 0.7961 * PLOT) < 0.01);
  });

  it("L16 keeps whiskers on the scale, one spread to each side", () => {
    for (const { whisker, width } of bars) {
      const [low, high] = whisker;
      assert.ok(LEFT <= low && low <= LEFT + width && LEFT + width <= high && high <= LEFT + PLOT);
    }
    assert.deepEqual(bars[4]?.whisker, [bars[4]!.width + LEFT, bars[4]!.width + LEFT]);
  });

  it("gives each rater a row of his own, inside the picture", () => {
    const rows = bars.map(({ y }) => y);
    assert.deepEqual(
      rows,
      rows.toSorted((a, b) => a - b),
    );
    assert.ok((rows.at(-1) ?? 0) < height);
    assert.equal(new Set(bars.map(({ key }) => key)).size, FAIRNESS.raters.length);
    assert.deepEqual(
      ticks.map(({ percent }) => percent),
      [0, 25, 50, 75, 100],
    );
  });
});
