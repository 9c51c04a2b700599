import { duties } from '#contract/duties.ts'
import type { Welcome } from '#contract/session.ts'
import { useLanguage } from '../platform/text/language.ts'
import { useText } from '../platform/text/use-text.ts'

interface DemonstrationAccountsProps {
  readonly accounts: Welcome['demonstrationAccounts']
  onUse(account: string): void
}

export function DemonstrationAccounts({ accounts, onUse }: DemonstrationAccountsProps) {
  const text = useText().signIn
  const { language } = useLanguage()
  return (
    <section className="demonstration" aria-labelledby="demonstration-title">
      <h2 id="demonstration-title">
        {text.demonstration} <span>{text.demonstrationHint}</span>
      </h2>
      <div className="demonstration-list">
        <table>
          <thead className="sr">
            <tr>
              <th scope="col">{text.account}</th>
              <th scope="col">{text.duty}</th>
              <th scope="col">{text.agency}</th>
              <th scope="col">{text.use}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ account, role, agency }) => (
              <tr key={account}>
                <td>
                  <code>{account}</code>
                </td>
                <td>{duties[role][language]}</td>
                <td>{agency}</td>
                <td>
                  <button
                    type="button"
                    className="use"
                    aria-label={text.fillWith(account)}
                    onClick={() => onUse(account)}
                  >
                    {text.use}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
