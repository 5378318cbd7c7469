/** PostgreSQL's COPY over a connection of `pg`: whole tables as bytes, with flat memory. */
export { copyIn } from './copy-in.ts';
export { copyOut } from './copy-out.ts';
