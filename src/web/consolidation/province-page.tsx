export function ProvincePage() {
  return <main className="page" id="main" tabIndex={-1} />
}
