export interface SettingsInput {
  readonly socketDir: string;
  readonly port: number;
  /** Only for databases that are thrown away after a test run. */
  readonly unsafeNoSync: boolean;
}

/**
 * Given on the command line at every start, so that a newer release's values apply to an older data folder.
 * Sized for two cores and a small machine; acknowledged commits survive power loss (`fsync`, `synchronous_commit`).
 */
export function postgresSettings(input: SettingsInput): Readonly<Record<string, string>> {
  const durability = input.unsafeNoSync ? 'off' : 'on';
  return {
    listen_addresses: '',
    unix_socket_directories: `"${input.socketDir}"`,
    unix_socket_permissions: '0700',
    port: String(input.port),
    fsync: durability,
    full_page_writes: durability,
    synchronous_commit: durability,
    // A test run has many systems in one server.
    max_connections: input.unsafeNoSync ? '200' : '60',
    shared_buffers: '96MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    wal_compression: 'pglz',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '15s',
    // Containers give /dev/shm 64 MB, and a parallel query may need more: map files instead.
    dynamic_shared_memory_type: 'mmap',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_line_prefix: '%b %p ',
  };
}

export function settingsAsArguments(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of the caller's locale, time zone or `PG…` variables may leak into the cluster. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
