// mocha's own "spec" reporter, plus: writes the totals to the file named by TAIZHANG_TEST_TOTALS.
const { writeFileSync } = require("node:fs");
const { Spec } = require("mocha").reporters;

module.exports = class TotalsReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const file = process.env.TAIZHANG_TEST_TOTALS;
      const { passes, failures, pending } = this.stats;
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures + pending }));
    });
  }
};
