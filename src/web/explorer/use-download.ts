import { useState } from 'react'
import { callerHeaders } from '../platform/caller.ts'

interface Download {
  readonly path: string
  readonly name: string
}

interface Downloading {
  readonly isFailed: boolean
  download(it: Download): void
}

/** Brings a file and hands it to the browser's downloads. A plain link could not say whose window it is. */
export function useDownload(): Downloading {
  const [isFailed, setIsFailed] = useState(false)
  const bring = async ({ path, name }: Download): Promise<void> => {
    const response = await fetch(path, { credentials: 'same-origin', headers: callerHeaders() })
    if (!response.ok) throw new Error(String(response.status))
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return {
    isFailed,
    download: (it) => {
      setIsFailed(false)
      bring(it).catch(() => setIsFailed(true))
    },
  }
}
