import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LanguageSwitch } from '../identity/language-switch.tsx'
import { useSignOut } from '../identity/use-sign-in.ts'
import { actFor } from '../platform/acting-agency.ts'
import { sessionKey, useActingAgency, useSession } from '../platform/session.ts'
import { initials } from '../platform/text/moments.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { usePopup } from '../ui/use-popup.ts'

const id = 'account-menu'

export function AccountMenu() {
  const text = useText().frame
  const { account } = useSession()
  const agency = useActingAgency()
  const { frame, isOpen, toggle } = usePopup()
  return (
    <div ref={frame}>
      <button
        type="button"
        className="account"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={text.account(account.name)}
        onClick={toggle}
      >
        <span className="avatar" aria-hidden="true">
          {initials(account.name)}
        </span>
        <span className="account-name">
          <b>{account.name}</b>
          <small>{[account.position, agency?.name].filter(Boolean).join(', ')}</small>
        </span>
        <Icon name="down" size={14} />
      </button>
      {isOpen ? <AccountPopup /> : null}
    </div>
  )
}

function AccountPopup() {
  const { frame: text, numberForm } = useText()
  const { account } = useSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <div id={id} className="popup">
      <p className="popup-who">
        <b>{account.name}</b>
        <small className="mut">{account.position}</small>
      </p>
      <AgencyChoice />
      <p className="row">
        <span className="grow">{text.language}</span>
        <LanguageSwitch />
      </p>
      {numberForm === '' ? null : <p className="xs mut">{numberForm}</p>}
      <Button
        icon="signout"
        onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in' }) })}
      >
        {text.signOut}
      </Button>
    </div>
  )
}

/** Changing the agency changes what this window may see, so everything shown is asked for again. */
function AgencyChoice() {
  const text = useText().frame
  const { agencies } = useSession()
  const chosen = useActingAgency()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const change = async (code: string): Promise<void> => {
    actFor(code)
    await navigate({ to: '/' })
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] && queryKey[0] !== 'desk' })
    await queries.invalidateQueries()
  }
  if (agencies.length < 2) return null
  return (
    <label className="field">
      <span>{text.actingFor}</span>
      <select className="input" value={chosen?.code} onChange={(event) => void change(event.target.value)}>
        {agencies.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <small className="mut">{text.actingHint}</small>
    </label>
  )
}
