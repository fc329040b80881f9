// Statistics over HTTP: node examples/service.mjs --root FOLDER [--port 8080]
//   POST /statistics  {"files":["a.outb"],"channels":["*"],"del":[4]}   rows as NDJSON, as they are computed
//   GET  /inspect?file=a.outb                                           format, channels, time axis
//   GET  /health
// A reader that is slow slows its own computation down; one that leaves ends it.
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:http'
import { resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { createEngine, isWavemillError } from 'wavemill'

const kMostBody_bytes = 1_000_000
const kMostRequests = 8
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
  },
})
const root = await realpath(values.root)
const engine = createEngine()
let underWay = 0

class Refusal extends Error {
  constructor(status, code, message) {
    super(message)
    Object.assign(this, { status, code })
  }
}

/** A file below the root, whatever links are on the way; any other is not there. */
async function fileBelowRoot(name) {
  if (typeof name !== 'string' || name.includes('\0')) throw new Refusal(400, 'BAD_REQUEST', 'files is a list of names')
  const path = await realpath(resolve(root, name)).catch(() => undefined)
  if (path?.startsWith(root + sep)) return path
  throw new Refusal(404, 'DISCOVER_NOT_FOUND', `there is no file '${name}'`)
}

async function bodyOf(request) {
  const chunks = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= kMostBody_bytes) chunks.push(chunk)
    // Read to its end, a body that is only somewhat too large gets its answer; a flood is cut off.
    if (length > 20 * kMostBody_bytes) break
  }
  if (length > kMostBody_bytes) throw new Refusal(413, 'BODY_TOO_LARGE', `a request has at most ${kMostBody_bytes} bytes`)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal(400, 'BAD_REQUEST', 'the body is no JSON')
  }
}

/** Rows go out as fast as the client takes them: while it does not, nothing more is asked of the engine. */
async function statistics(request, response, signal) {
  const { files, ...options } = await bodyOf(request)
  if (!Array.isArray(files) || files.length === 0) throw new Refusal(400, 'BAD_REQUEST', 'files is a list of names')
  const paths = await Promise.all(files.map(fileBelowRoot))
  const rows = engine.statistics(paths, { ...options, signal }) // wrong options are refused here
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  for await (const { file: _file, path, ...row } of rows) {
    const line = `${JSON.stringify({ file: path.slice(root.length + 1), ...row })}\n`
    if (!response.write(line)) await once(response, 'drain', { signal })
  }
  response.end()
}

async function inspect(url, response, signal) {
  const inspection = await engine.inspect(await fileBelowRoot(url.searchParams.get('file')), { signal })
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ...inspection, path: inspection.path.slice(root.length + 1) }))
}

async function answer(request, response, signal) {
  const url = new URL(request.url, 'http://localhost')
  if (request.method === 'POST' && url.pathname === '/statistics') return statistics(request, response, signal)
  if (request.method === 'GET' && url.pathname === '/inspect') return inspect(url, response, signal)
  if (request.method === 'GET' && url.pathname === '/health')
    return response.end(JSON.stringify({ underWay, lanes: engine.lanes }))
  throw new Refusal(404, 'NOT_FOUND', 'there are POST /statistics, GET /inspect and GET /health')
}

function statusOf(error) {
  if (error instanceof Refusal) return error.status
  if (!isWavemillError(error)) return 500
  return error.code.startsWith('CONFIG_') ? 400 : error.code.startsWith('DISCOVER_') ? 404 : 422
}

function refuse(response, error) {
  if (response.headersSent) return response.destroy() // the rows were begun: a cut answer is how NDJSON says that it is not whole
  const { code = 'INTERNAL', message } = error
  const wait = statusOf(error) === 429 ? { 'retry-after': '1' } : {}
  response
    .writeHead(statusOf(error), { 'content-type': 'application/json', ...wait })
    .end(JSON.stringify({ error: { code, message } }))
}

const leaving = new AbortController()
const server = createServer(async (request, response) => {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const isWork = !request.url.startsWith('/health')
  underWay += isWork ? 1 : 0
  try {
    if (isWork && underWay > kMostRequests)
      throw new Refusal(429, 'TOO_MANY_REQUESTS', `${kMostRequests} requests are under way; try again`)
    await answer(request, response, AbortSignal.any([gone.signal, leaving.signal]))
  } catch (error) {
    refuse(response, error)
  } finally {
    underWay -= isWork ? 1 : 0
  }
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    leaving.abort()
    server.close()
    server.closeAllConnections()
    await engine.close()
  })
}
server.listen(Number(values.port), values.host, () => console.log(`http://${values.host}:${server.address().port}`))
