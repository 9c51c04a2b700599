/** How a dialog hands on what a person decided; the slice that shows the dialog knows what it is decided on. */
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { verb } from '#contract/common.ts'

export type Verb = z.infer<typeof verb>

/** The verb and what it must come with. */
export interface GivenStep {
  readonly verb: Verb
  readonly reason?: string
  readonly documentNumber?: string
  readonly documentDate?: string
}

/** Rejects with the problem when it is refused. */
export type TakeStep = (step: GivenStep) => Promise<unknown>

export interface StepDialogProps {
  readonly take: TakeStep
  onClose(): void
}

/** Takes a step and closes; stays open with the problem when it is refused. */
export function useTaking({ take, onClose }: StepDialogProps) {
  return useMutation({ mutationFn: take, onSuccess: onClose })
}
