/** Whether a text stands for one that the reader of an example is to fill in: `ACCOUNT-ID`, `<region>`, `your-bucket`, a sentence. */
export function isPlaceholder(text: string): boolean {
  return /account|<|>|\{\{|\byour?\b|XXX|\bregion\b|^(?:partition|service)$|^service-prefix\b|\w \w+ \w/i.test(text);
}
