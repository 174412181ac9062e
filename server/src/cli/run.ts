/** The command line without its process: what the user typed goes to a command, and an exit code comes back. */
import { ask } from './commands/ask.ts';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { explainError } from './commands/explainError.ts';
import { fix } from './commands/fix.ts';
import { rules } from './commands/rules.ts';
import type { Environment } from './environment.ts';
import { helpText } from './help.ts';
import { type Invocation, parseInvocation } from './options.ts';
import { UsageError } from './usageError.ts';

export type { Environment } from './environment.ts';

/**
 * @param args what stands behind `lambda-iam`
 * @returns the exit code: 0 fine, 1 something found, 2 wrong usage or unreadable input
 */
export async function run(args: readonly string[], environment: Environment): Promise<number> {
  try {
    return await carryOut(parseInvocation(args), environment);
  } catch (error) {
    if (error instanceof UsageError) environment.complain(`lambda-iam: ${error.message}`);
    else environment.complain(`lambda-iam failed, please report it: ${describe(error)}`);
    return 2;
  }
}

async function carryOut(invocation: Invocation, environment: Environment): Promise<number> {
  switch (invocation.command) {
    case 'help':
      await environment.write(helpText(invocation.topic));
      return 0;
    case 'version':
      await environment.write(`${environment.version}\n`);
      return 0;
    case 'check':
      return check(invocation, environment);
    case 'explain':
      if (invocation.question) return ask(invocation.question, invocation, environment);
      return invocation.error === undefined
        ? explain(invocation, environment)
        : explainError(invocation.error, invocation, environment);
    case 'fix':
      return fix(invocation, environment);
    case 'rules':
      return rules(invocation, environment);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
