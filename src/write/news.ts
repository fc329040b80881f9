import type { MessagePort } from 'node:worker_threads'

/** The messages of a port in their order, until the reader leaves; the port is closed then. */
export async function* newsOf<Message>(port: MessagePort): AsyncGenerator<Message, void, undefined> {
  const waiting: Message[] = []
  let wake = (): void => undefined
  port.on('message', (message: Message) => {
    waiting.push(message)
    wake()
  })
  try {
    for (;;) {
      const message = waiting.shift()
      if (message !== undefined) yield message
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    port.close()
  }
}
