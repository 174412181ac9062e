/** What the tests use of `node:timers/promises`, for a browser. */
exports.setTimeout = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
