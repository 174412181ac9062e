/**
 * Hands for the suite: the tests run in the extension host, which sees neither the workbench nor what a webview shows. They ask here, over
 * HTTP on this machine, and Playwright does it in the page.
 */
import { createServer } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';

/** What can be asked for, by name; `frame` is the frame of the newest webview, or the workbench where `inWorkbench` is asked for. */
const deeds = {
  /** The texts of everything that a selector finds. */
  read: async ({ frame }, { selector }) => frame.locator(selector).allTextContents(),
  /** An attribute of everything that a selector finds. */
  attributes: async ({ frame }, { selector, name }) =>
    frame.locator(selector).evaluateAll((found, attribute) => found.map((one) => one.getAttribute(attribute)), name),
  /** The id and the label of what has the keyboard. */
  focused: async ({ frame }) => frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
  click: async ({ frame }, { selector }) => frame.locator(selector).first().click({ timeout: 5_000 }),
  focus: async ({ frame }, { selector }) => frame.locator(selector).first().focus({ timeout: 5_000 }),
  choose: async ({ frame }, { selector, value }) => frame.locator(selector).selectOption(value, { timeout: 5_000 }),
  press: async ({ page }, { key }) => page.keyboard.press(key),
};

/** @returns `{ address, stop() }` */
export async function startHands(page) {
  const server = createServer(async (request, response) => {
    // Tests in a browser's extension host ask from another origin.
    response.setHeader('access-control-allow-origin', '*');
    try {
      const { deed, inWorkbench, ...wanted } = JSON.parse(await bodyOf(request));
      const frame = inWorkbench ? page.mainFrame() : await webviewOf(page);
      const result = frame ? await deeds[deed]({ page, frame }, wanted) : null;
      response.end(JSON.stringify({ result: result ?? null }));
    } catch (error) {
      response.statusCode = 500;
      response.end(JSON.stringify({ error: String(error) }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** The innermost frame of a webview that is shown: VS Code wraps its page in two frames and names the inner one by its id. */
export async function webviewOf(page) {
  for (const frame of page.frames().reverse()) {
    const element = frame.parentFrame() ? await frame.frameElement().catch(() => undefined) : undefined;
    if ((await element?.getAttribute('id')) === 'active-frame' && (await element.isVisible())) return frame;
  }
  return undefined;
}
