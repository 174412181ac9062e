import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import { bundle } from '../harness/bundle.ts';

const program = await bundle('server/src/main.cli.ts');

/** What a call of the command line gave. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, with files in it. */
export interface Folder {
  readonly path: string;
  readonly read: (name: string) => string;
  /** Calls `lambda-iam` in the folder. */
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  readonly runWith: (input: string, ...args: readonly string[]) => Promise<Outcome>;
}

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'lambda-iam-cli-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    run: (...args) => call(path, args, ''),
    runWith: (input, ...args) => call(path, args, input),
  };
}

/** A policy with one finding, of `api-operation-as-action`, which has a preferred fix. */
export const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: lambda:Invoke
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

export const FIXED_POLICY = POLICY.replace('lambda:Invoke', 'lambda:InvokeFunction');

/** A policy without a finding. */
export const GOOD_POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::bucket/*
`;

/** The file named in arguments of node itself: for tests that need the process. */
export function spawnProgram(folder: string, args: readonly string[]) {
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...env } = process.env;
  return spawn(process.execPath, [program, ...args], { cwd: folder, env });
}

function call(folder: string, args: readonly string[], input: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawnProgram(folder, args);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
    child.stdin.end(input);
  });
}
