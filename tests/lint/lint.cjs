// Lints .cypher files with Neo4j's own analyser: node lint.cjs FOLDER…
// Files under a folder named arcadedb are left out: they are written for the embedded engine alone.
'use strict';
const { readdirSync, readFileSync } = require('node:fs');
const { join, sep } = require('node:path');
const { lintCypherQuery } = require('@neo4j-cypher/language-support');

const PREFIX = 'CYPHER 5 ';
const SEVERITY = { 1: 'error', 2: 'warning' };

const folders = process.argv.slice(2);
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => file.endsWith('.cypher') && !file.split(sep).includes('arcadedb'))
  .sort();
if (files.length === 0) {
  console.error(`no .cypher file under ${folders.join(', ')}`);
  process.exit(1);
}

let findings = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  // The analyser reports every parameter that it was not told of.
  const parameters = Object.fromEntries([...text.matchAll(/\$(\w+)/g)].map(([, name]) => [name, null]));
  for (const { severity, message, range } of lintCypherQuery(PREFIX + text, { parameters }).diagnostics) {
    const { line, character } = range.start;
    const column = character + 1 - (line === 0 ? PREFIX.length : 0);
    console.error(`${file}:${line + 1}:${column}: ${SEVERITY[severity] ?? 'note'}: ${message}`);
    findings += 1;
  }
}
console.log(`${files.length} .cypher files, ${findings} findings`);
process.exit(findings === 0 ? 0 : 1);
