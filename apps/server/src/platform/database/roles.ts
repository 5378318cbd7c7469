/**
 * The role every request and job works as: no login of its own, no owner of anything, under row-level security.
 * Connections of the pool take it on at once (`-c role=…`); only migrations run as the owner.
 */
export const applicationRole = 'renkei_app';
