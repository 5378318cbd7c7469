import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dataFolderNotAccessible, noUnprivilegedUser } from './problems.ts';

/** How PostgreSQL's processes are started, since PostgreSQL refuses root. */
export interface RunAs {
  /** For logs: `self`, `user nobody`, `namespace` or `capability`. */
  readonly description: string;
  /** Given to `spawn` when root steps down to an existing user. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** A command and its arguments that go before the program, e.g. `unshare --map-user=1 --`. */
  readonly prefix: readonly string[];
  /** Who must own the data and socket folders; undefined when we are that user ourselves. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL looks its user up by name, so only users with a passwd entry will do. Best first. */
const candidateNames = ['postgres', 'nobody', 'daemon'];

/**
 * Not root: as we are. Root: as the data folder's present owner, else as an unprivileged user. When that user
 * cannot pass a folder above the data (clones below a 0700 `/root`), in a user namespace in which root is
 * somebody else; and where namespaces are forbidden (containers), with the one capability to pass folders.
 */
export function chooseRunAs(existingParentDir: string, dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return { description: 'self', identity: {}, prefix: [], owner: undefined };
  const user = chooseUser(dataDir);
  const ways: readonly RunAs[] = [asUser(user), inNamespace(user), withCapability(user)];
  const way = ways.find((candidate) => canPass(candidate, existingParentDir));
  if (way === undefined) {
    throw dataFolderNotAccessible(
      dataDir,
      `Renkei runs as root, PostgreSQL as user "${user.name}", who may not pass the folders above`,
    );
  }
  return way;
}

/** Asks the system itself (modes, ACLs, mounts and security modules all have a say). */
export function canRead(runAs: RunAs, path: string): boolean {
  return probe(runAs, 'test -r "$0"', path);
}

/** What `spawn` is given for a program behind others that start it. */
export function commandLine(
  prefix: readonly string[],
  program: string,
  args: readonly string[],
): readonly [string, ...string[]] {
  const [wrapper, ...wrapperArgs] = prefix;
  return wrapper === undefined ? [program, ...args] : [wrapper, ...wrapperArgs, program, ...args];
}

function canPass(runAs: RunAs, directory: string): boolean {
  return probe(runAs, 'test -x "$0"', directory);
}

function probe(runAs: RunAs, script: string, path: string): boolean {
  const [command, ...args] = commandLine(runAs.prefix, '/bin/sh', ['-c', script, path]);
  return spawnSync(command, args, { ...runAs.identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

function asUser(user: SystemUser): RunAs {
  const identity = { uid: user.uid, gid: user.gid };
  return { description: `user ${user.name}`, identity, prefix: [], owner: identity };
}

function inNamespace(user: SystemUser): RunAs {
  return {
    description: 'namespace',
    identity: {},
    prefix: ['unshare', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'],
    owner: { uid: 0, gid: 0 },
  };
}

function withCapability(user: SystemUser): RunAs {
  return {
    description: 'capability',
    identity: {},
    prefix: [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=-all,+dac_override',
      '--',
    ],
    owner: { uid: user.uid, gid: user.gid },
  };
}

function chooseUser(dataDir: string): SystemUser {
  const users = readUsers();
  const ownerUid = statSync(dataDir, { throwIfNoEntry: false })?.uid;
  const present = users.find((user) => user.uid === ownerUid && user.uid !== 0);
  const chosen =
    present ?? candidateNames.map((name) => users.find((user) => user.name === name)).find(Boolean);
  if (chosen === undefined) throw noUnprivilegedUser();
  return chosen;
}

function readUsers(): readonly SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
