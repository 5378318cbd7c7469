/** Runs a tool of node_modules under this very Node.js; works the same on every system, unlike the shims in .bin. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { root } from './repository.ts';

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

export interface ToolAnswer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `tool` is the package, or `package#command` where a package has several commands. */
export async function runTool(tool: string, args: readonly string[], cwd = root): Promise<ToolAnswer> {
  const child = spawn(process.execPath, [findTool(tool), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

/** The tool's own answer when it could not do its work at all. */
export function describeFailure(tool: string, { status, stdout, stderr }: ToolAnswer): string {
  return `${tool} ended with code ${status}: ${(stderr || stdout).trim().slice(0, 2_000)}`;
}

function findTool(tool: string): string {
  const [name = tool, command = name.split('/').at(-1) ?? name] = tool.split('#');
  const folder = join(root, 'node_modules', name);
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`The package ${name} has no command ${command}`);
  return join(folder, script);
}
