/**
 * Asks again for what changes have made old. Changes of one moment come in bursts, so a short while is gathered; while an
 * answer is on its way, what changes meanwhile waits for it and is asked for once more after it. So a steady stream of
 * changes neither cancels answers for ever nor leaves an old one standing.
 */
const gatherFor = 30

export interface Refresher {
  readonly changed: (name: string) => void
  readonly stop: () => void
}

export function createRefresher(refetch: (name: string) => Promise<unknown>): Refresher {
  const due = new Set<string>()
  const going = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const gather = (): void => {
    timer ??= setTimeout(flush, gatherFor)
  }
  function flush(): void {
    timer = undefined
    for (const name of [...due].filter((one) => !going.has(one))) {
      due.delete(name)
      going.add(name)
      void refetch(name).finally(() => {
        going.delete(name)
        if (due.has(name)) gather()
      })
    }
  }
  return {
    changed: (name) => {
      due.add(name)
      gather()
    },
    stop: () => {
      clearTimeout(timer)
      due.clear()
    },
  }
}
