#!/usr/bin/env node
// The `renkei` command of a clone: the product's command line under the Node.js it needs.
process.argv.splice(2, 0, 'renkei');
await import('./bootstrap.mjs');
