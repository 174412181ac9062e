/** What the tests use of `node:assert/strict`, for a browser. */
module.exports = { deepEqual, equal, match, notEqual, ok };

function ok(value, message = `${value} is not truthy`) {
  if (!value) throw new Error(message);
}

function equal(actual, expected, message = `${actual} is not ${expected}`) {
  ok(Object.is(actual, expected), message);
}

function notEqual(actual, other, message = `${actual} is ${other}`) {
  ok(!Object.is(actual, other), message);
}

function match(text, pattern, message = `${text} does not match ${pattern}`) {
  ok(pattern.test(text), message);
}

/** The tests compare lists of texts and numbers. */
function deepEqual(actual, expected, message) {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}
