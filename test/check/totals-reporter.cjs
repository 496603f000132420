// mocha's own "spec" reporter, plus: writes the totals to the file named by TAIZHANG_TEST_TOTALS, and ends a run that left
// something open (a server, a timer), because that would otherwise hang until somebody notices.
const { writeFileSync } = require("node:fs");
const { Spec } = require("mocha").reporters;

const patience = 30_000;

module.exports = class TotalsReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const file = process.env.TAIZHANG_TEST_TOTALS;
      const { passes, failures, pending } = this.stats;
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures + pending }));
      setTimeout(() => {
        console.error(`A test left something running: ${process.getActiveResourcesInfo().join(", ")}`);
        // Not process.exit: mocha would replace its code by the number of failed tests, which is 0.
        process.kill(process.pid, "SIGTERM");
      }, patience).unref();
    });
  }
};
