import { printable, type Style } from '../style.ts';

/** A page in Markdown as a terminal shows it. */
export function plainPage(markdown: string, style: Style): string {
  const lines = markdown
    .split('\n')
    .filter((line) => !line.startsWith('```'))
    .map((line) =>
      printable(line)
        .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
        .replace(/\*\*([^*]+)\*\*/g, (_all, text: string) => style.bold(text))
        .replaceAll('`', ''),
    );
  return `${lines.join('\n')}\n`;
}
