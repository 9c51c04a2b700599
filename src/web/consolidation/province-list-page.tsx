export function ProvinceListPage() {
  return <main className="page" id="main" tabIndex={-1} />
}
