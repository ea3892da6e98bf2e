// Judges documents by AsyncAPI's own parser, which is installed for that by the committed lock. Arguments: documents. Ends
// with 1 if one is not valid, and says why; or if the parser lets pass what no parser may.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname } from 'node:path'
import { library } from '../install.mjs'

const { Parser } = library('@asyncapi/parser', dirname(fileURLToPath(import.meta.url)))

/** What is wrong, a line each. */
async function errors(text) {
  const { document, diagnostics } = await new Parser().parse(text)
  const wrong = diagnostics.filter(({ severity }) => severity === 0)
  return wrong.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`).concat(document || wrong.length ? [] : ['it is no document'])
}

assert.notDeepEqual(await errors('asyncapi: 3.0.0\ninfo: {title: Nothing}\n'), [])
for (const file of process.argv.slice(2)) {
  assert.deepEqual(await errors(readFileSync(file, 'utf8')), [], file)
}
