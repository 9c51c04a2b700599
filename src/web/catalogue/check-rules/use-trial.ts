/** One trial at a time: it can be stopped, counts the seconds it takes, and is stopped when the page is left. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CheckRuleTrialQuestion } from '#contract/check-rules.ts'
import { tryRule } from './check-rule-queries.ts'

export function useTrial() {
  const stopping = useRef<AbortController>(null)
  const [seconds, setSeconds] = useState(0)
  const trial = useMutation({
    mutationFn: (question: CheckRuleTrialQuestion) => {
      stopping.current = new AbortController()
      setSeconds(0)
      return tryRule(question, stopping.current.signal)
    },
  })
  const { isPending, reset } = trial
  useEffect(() => () => stopping.current?.abort(), [])
  useEffect(() => {
    if (!isPending) return
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [isPending])
  const stop = (): void => {
    stopping.current?.abort()
    reset()
  }
  return { trial, seconds, stop }
}
