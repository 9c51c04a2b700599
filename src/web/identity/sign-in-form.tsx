import './sign-in-form.css'
import { useId, useState } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSignIn } from './use-sign-in.ts'

interface SignInFormProps {
  /** Who signs in again; the name is fixed then. */
  readonly fixedAccount?: string
  /** Filled in by a demonstration account. */
  readonly chosen?: { readonly account: string; readonly password: string } | null
  onSignedIn(): void
}

export function SignInForm({ fixedAccount, chosen, onSignedIn }: SignInFormProps) {
  const text = useText().signIn
  const id = useId()
  const [account, setAccount] = useState(chosen?.account ?? fixedAccount ?? '')
  const [password, setPassword] = useState(chosen?.password ?? '')
  const [isShown, setIsShown] = useState(false)
  const signIn = useSignIn()
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate({ account: account.trim(), password }, { onSuccess: onSignedIn })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-account`}>{text.account}</label>
        <input
          id={`${id}-account`}
          className="input"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          readOnly={fixedAccount !== undefined}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{text.password}</label>
        <div className="password">
          <input
            id={`${id}-password`}
            className="input"
            name="password"
            data-first={fixedAccount === undefined ? undefined : ''}
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <button
            type="button"
            aria-label={isShown ? text.hidePassword : text.showPassword}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? text.hide : text.show}
          </button>
        </div>
      </div>
      {signIn.isError ? <ProblemNote error={signIn.error} /> : null}
      <Button type="submit" look="primary" disabled={signIn.isPending}>
        {signIn.isPending ? text.submitting : text.submit}
      </Button>
    </form>
  )
}
