/** What every template and policy has in its text: a version, a resource type or a statement. A name may also hide behind escapes. */
const TRACE = /AWS|Alexa::|Custom::|Statement|\\[uUx]/;

/**
 * Whether a text may be a template or a policy: what the language server recognises always is, and most other files are not. It costs
 * next to nothing, so that a file that is none does not start the server.
 */
export function mayBeOurs(text: string): boolean {
  return TRACE.test(text);
}
