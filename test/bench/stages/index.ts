import type { Effort, Figure } from '../figures.ts';
import { commandLineFigures } from './commandLine.ts';
import { dataFigures } from './data.ts';
import { memoryFigures } from './memory.ts';
import { packageFigures } from './package.ts';
import { partFigures } from './parts.ts';
import { serverFigures } from './server.ts';
import { startFigures } from './start.ts';
import { workspaceFigures } from './workspace.ts';

/** What is measured, by the names that `--only` takes. */
export const STAGES: Readonly<Record<string, (effort: Effort) => AsyncGenerator<Figure>>> = {
  server: serverFigures,
  start: startFigures,
  cli: commandLineFigures,
  workspace: workspaceFigures,
  memory: memoryFigures,
  parts: partFigures,
  data: dataFigures,
  package: packageFigures,
};
