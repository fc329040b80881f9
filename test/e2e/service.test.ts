import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.js'
import { smallOutb } from './batch-files.js'

const room = temporaryFolder()
const root = join(room.path, 'root')
const program = fileURLToPath(new URL('../../examples/service.mjs', import.meta.url))
let service: ChildProcess
let address = ''

beforeAll(async () => {
  mkdirSync(root)
  for (let i = 0; i < 4; ++i) writeFileSync(join(root, `case${i}.outb`), smallOutb(i + 1, 4))
  writeFileSync(join(root, 'large.outb'), smallOutb(9, 200, 20_000))
  writeFileSync(join(room.path, 'secret.outb'), smallOutb(7))
  symlinkSync(join(room.path, 'secret.outb'), join(root, 'link.outb'))
  service = spawn(process.execPath, [program, '--root', root, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(service.stdout as NodeJS.ReadableStream, 'data')
  address = String(line).trim()
})

afterAll(() => {
  service.kill('SIGKILL')
})

const post = (body: unknown, signal?: AbortSignal) =>
  fetch(`${address}/statistics`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })

async function underWay(): Promise<number> {
  return ((await (await fetch(`${address}/health`)).json()) as { underWay: number }).underWay
}

async function settles(): Promise<void> {
  for (let i = 0; i < 200 && (await underWay()) > 0; ++i) await new Promise((resolve) => setTimeout(resolve, 25))
  expect(await underWay()).toBe(0)
}

describe('examples/service.mjs', { timeout: 30_000 }, () => {
  test('rows of several files, in order, a line each', async () => {
    const answer = await post({ files: ['case1.outb', 'case0.outb'], del: [4], percentiles: [] })
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const rows = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map(({ file, index }) => `${file} ${index}`)).toEqual(
      ['case1.outb', 'case0.outb'].flatMap((file) => [0, 1, 2, 3].map((i) => `${file} ${i}`)),
    )
    expect(rows[0].del_m4).toBeGreaterThan(0)
  })

  test('inspects a file; several requests at once', async () => {
    const answers = await Promise.all([0, 1, 2, 3].map((i) => fetch(`${address}/inspect?file=case${i}.outb`)))
    for (const answer of answers) expect(await answer.json()).toMatchObject({ format: 'outb', sampleCount: 200 })
  })

  test.each([
    ['../secret.outb', 404],
    ['link.outb', 404],
    ['/etc/passwd', 404],
    ['gone.outb', 404],
    [7, 400],
  ])('no file outside of the root: %s', async (file, status) => {
    const answer = await post({ files: [file] })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
  })

  test('what is wrong is said', async () => {
    expect((await post('no json')).status).toBe(400)
    expect((await post({ files: ['case0.outb'], del: [-1] })).status).toBe(400)
    expect((await post({ files: ['case0.outb'], dell: [4] })).status).toBe(400)
    expect((await post(`"${'x'.repeat(1_100_000)}"`)).status).toBe(413)
    expect((await fetch(`${address}/nothing`)).status).toBe(404)
  })

  test('a client that leaves ends its work', async () => {
    const leaving = new AbortController()
    const answer = await post({ files: Array(400).fill('large.outb') }, leaving.signal)
    const reader = answer.body?.getReader()
    await reader?.read()
    expect(await underWay()).toBe(1)
    leaving.abort()
    await settles()
  })

  test('a client that does not read holds its own work up, and nobody else’s', async () => {
    const body = JSON.stringify({ files: Array(400).fill('large.outb') })
    const stuck = request(`${address}/statistics`, { method: 'POST' })
    stuck.on('error', () => undefined)
    stuck.end(body)
    const [response] = await once(stuck, 'response')
    response.pause()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await underWay()).toBe(1)
    expect((await post({ files: ['case0.outb'] })).status).toBe(200)
    stuck.destroy()
    await settles()
  })

  test('SIGTERM with work under way: the process ends by itself', async () => {
    const answer = await post({ files: Array(400).fill('large.outb') })
    await answer.body?.getReader().read()
    service.kill('SIGTERM')
    const [exitCode] = await once(service, 'exit')
    expect(exitCode).toBe(0)
  })
})
